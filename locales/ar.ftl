### Rapporteur، العربية. المفاتيح هي مفاتيح en.ftl.

## في كل مكان

common-close = إغلاق
common-cancel = إلغاء
common-done = تم
common-save = حفظ
common-more = المزيد
common-loading = جارٍ التحميل…
common-try-again = إعادة المحاولة
common-not-recorded = غير مسجَّل
common-session = الجلسة
common-theme = الموضوع
common-addressee = الجهة المخاطَبة
common-themes = الموضوعات
common-language = اللغة
common-reason = السبب
common-confirm = تأكيد
common-reopen = إعادة فتح
common-all-sessions = كل الجلسات
common-go-paragraph = الانتقال إلى الفقرة
common-preamble = الديباجة
common-recording = التسجيل
common-remark = تنبيه

## الشريط العلوي وقائمة الشخص ولوحة الأوامر

nav-skip = الانتقال إلى المحتوى
nav-brand = Rapporteur، نظرة عامة
nav-label = صفحات الدورة
nav-editions = الدورات
nav-edition-switch = { $edition }، تغيير الدورة
nav-overview = نظرة عامة
nav-sessions = الجلسات
nav-key-points = النقاط الرئيسية
nav-document = الوثيقة
nav-export = التصدير
nav-find = بحث
palette-title = الانتقال إلى
palette-placeholder = اكتب اسم جلسة أو صفحة
palette-results = النتائج
palette-page = صفحة
palette-none = لا شيء يحمل هذا الاسم.
person-menu = إعداداتك
person-theme = الألوان
person-theme-light = فاتحة
person-theme-dark = داكنة
person-theme-system = كما في هذا الجهاز
person-density = حجم النص
person-density-compact = مدمج
person-density-comfortable = مريح
person-sign-out = تسجيل الخروج
role-coordinator = منسِّق
role-rapporteur = مقرر
role-moderator = مدير جلسة
role-editor = محرر
role-translator = مترجم
role-reviewer = مراجع
role-staff = موظف
role-reader = قارئ

## الشبكة والإصدار الجديد

network-none = لا توجد شبكة
network-no-server = تعذّر الوصول إلى الخادم
network-keep-working = يمكنك مواصلة الكتابة: يبقى كل شيء على هذا الجهاز ويُرسل عند عودة الاتصال.
kept-answers = بيانات محفوظة على هذا الجهاز
kept-answers-since = حُمّلت هذه القوائم والبيانات في { $time } وقد لا تكون محدَّثة.
kept-answers-old = حُمّلت هذه القوائم والبيانات من قبل وقد لا تكون محدَّثة.
update-waits = يتوفر إصدار أحدث من هذه الصفحة.
update-take = تحميله الآن

## ما لم ينجح

failure-not-found-title = هذه الصفحة غير موجودة
failure-not-found-text = ربما نُقلت، أو ربما لا يحق لك الاطلاع عليها. ما كتبته محفوظ.
failure-go-home = الانتقال إلى النظرة العامة
failure-no-edition-title = لا توجد دورة بعد
failure-no-edition-text = سجّلت الدخول، لكن لا دورة متاحة لك. اتصل بمنسق مسارك.
sign-out-failed = لم يتم تسجيل الخروج
sign-out-failed-text = من يفتح هذا المتصفح بعدك يدخل باسمك. سجّل الخروج من جديد عند عودة الشبكة.
sign-out-unsent = لم يصل كل ما كتبته إلى الخادم
sign-out-unsent-text = { $count ->
    [zero] لا توجد كلمات على هذا الجهاز وحده.
    [one] في نص واحد كلمات لا توجد إلا على هذا الجهاز.
    [two] في نصين كلمات لا توجد إلا على هذا الجهاز.
    [few] في { $count } نصوص كلمات لا توجد إلا على هذا الجهاز.
    [many] في { $count } نصًا كلمات لا توجد إلا على هذا الجهاز.
   *[other] في { $count } نص كلمات لا توجد إلا على هذا الجهاز.
}
sign-out-unsent-after = تبقى هنا باسمك وتُرسل عندما تسجّل الدخول من جديد على هذا الجهاز. إن لم يكن الجهاز جهازك فانتظر حتى تصل إلى الخادم.
sign-out-sent = وصل كل ما كتبته إلى الخادم
sign-out-sent-text = لم تعد هناك كلمات على هذا الجهاز وحده.
sign-out-anyway = تسجيل الخروج على أي حال
kept-title = على هذا الجهاز كلمات ليست على الخادم
kept-text = إن لم يعد بإمكانك فتح النص الذي تنتمي إليه فنزّلها وسلّمها إلى المنسق.
kept-unread = { $count ->
    [zero] قُرئت كل النصوص كاملة من هذا الجهاز.
    [one] تعذّرت قراءة نص واحد كاملًا من هذا الجهاز. لا تمسح بيانات هذا المتصفح وافتح هذه الصفحة لاحقًا.
    [two] تعذّرت قراءة نصين كاملين من هذا الجهاز. لا تمسح بيانات هذا المتصفح وافتح هذه الصفحة لاحقًا.
    [few] تعذّرت قراءة { $count } نصوص كاملة من هذا الجهاز. لا تمسح بيانات هذا المتصفح وافتح هذه الصفحة لاحقًا.
    [many] تعذّرت قراءة { $count } نصًا كاملًا من هذا الجهاز. لا تمسح بيانات هذا المتصفح وافتح هذه الصفحة لاحقًا.
   *[other] تعذّرت قراءة { $count } نص كامل من هذا الجهاز. لا تمسح بيانات هذا المتصفح وافتح هذه الصفحة لاحقًا.
}
kept-file-notes = المحضر: { $title }
kept-file-document = الوثيقة الختامية: { $title }
kept-file-words = كلمات محفوظة على هذا الجهاز
kept-file-time = كما كان على هذا الجهاز في { $time }. قد لا يكون كله على الخادم.
kept-file-footnotes = الحواشي
kept-file-footnotes-gone = حواشٍ لم تعد علامتها في النص
kept-file-no-statement = بلا صياغة
kept-file-quote = الاقتباس: { $quote }
kept-file-themes = الموضوعات: { $themes }
kept-file-addressee = موجهة إلى: { $addressee }
kept-file-kind = النوع: { $word }
kept-file-stance = الموقف: { $word }
kept-file-recording = الدليل: التسجيل { $number }، عند { $time }
kept-file-link = الدليل: { $address }
kept-file-speaker = القائل: { $name }
kept-file-loose = كلمات لا يُعرف موضعها في النص
# أسماء الملفات.
kept-file-name-notes = محضر - { $title } - { $date }
kept-file-name-document = الوثيقة الختامية - { $title } - { $date }
kept-file-name-words = كلمات محفوظة - { $date }
failure-signed-out-title = انتهى تسجيل دخولك
failure-signed-out-text = ما كتبته على هذا الجهاز لا يزال هنا. وسيُرسل عندما تسجّل الدخول من جديد.
failure-no-access-title = لم يعد لديك وصول إلى هذه الدورة
failure-no-access-text = ما كتبته على هذا الجهاز لا يزال هنا. اتصل بمنسق مسارك.
failure-crash-title = تعذّر عرض هذه الصفحة
failure-crash-text = ما كتبته محفوظ. أعد المحاولة؛ وإن تكرر ذلك فأبلغ المنسق بما هو مكتوب هنا.
failure-offline-title = ليست على هذا الجهاز بعد
failure-offline-text = لم تُفتح هذه الصفحة على هذا الجهاز من قبل، فهي تحتاج إلى الشبكة مرة واحدة.
error-unreachable = تعذّر الوصول إلى الخادم.
error-key-point-not-insertable = لا يمكن إدراج هذه النقطة الرئيسية في الوثيقة كما هي. اكتب لها صياغة لا تذكر أحدًا، أو استبعدها.
error-unknown = لم يتمكن الخادم من ذلك ({ $code }).
error-page-failed = حدث خطأ في جزء من هذه الصفحة ({ $name }). أعد تحميل الصفحة.
error-signed-out = انتهى تسجيل دخولك.
error-not-found = غير موجود، أو لا يحق لك الاطلاع عليه.
error-forbidden = دورك لا يسمح بذلك.
error-internal = حدث خطأ في الخادم. لم يتغير شيء.
error-not-saved = لم يتمكن الخادم من حفظ ذلك. لم يتغير فيه شيء.
error-body-invalid = لم يتمكن الخادم من قراءة الطلب. أعد تحميل الصفحة.
error-method-not-allowed = لا يتيح الخادم هذه العملية هنا. أعد تحميل الصفحة.
error-sign-in-link-expired = انتهت صلاحية هذا الرابط
error-sign-in-link-used = سبق استخدام هذا الرابط
error-sign-in-link-unknown = هذا الرابط لا يعمل
error-too-many-requests = طلبات كثيرة. انتظر بضع دقائق ثم أعد المحاولة.
error-busy = الخادم مشغول بطلبات أخرى. أعد المحاولة بعد لحظات.
error-exports-full = لم يُحفظ الملف: ملفاتك تشغل كل المساحة المخصصة لها في هذا الموقع. اطلب ممن يدير الخادم توفير مساحة.
error-pages-too-many = المستند أطول من أن تُعرض صفحاته هنا. نزّله بدلًا من ذلك.
error-statement-missing = هذه النقطة الرئيسية بلا صياغة بعد. اكتب صياغتها في محضر الجلسة ثم اقبلها.
error-key-point-doubled = في محاضر عدة جلسات نقطة رئيسية بهذا المعرّف. حدّد الجلسة المقصودة.
error-reason-needed = لا بد من ذكر السبب.
error-key-points-too-many = هذا كثير دفعة واحدة. اختر { $most } نقطة رئيسية على الأكثر.
error-speaker-not-named = وفق قاعدة تشاتام هاوس لا يُذكر اسم أحد. لا تذكر من قال ذلك.
error-changed-meanwhile = غيّره شخص آخر في هذه الأثناء. راجعه ثم قرر.
error-decision-not-possible = حالة هذه النقطة الرئيسية لا تسمح بهذا القرار.
error-session-step-not-possible = حالة الجلسة لا تسمح بهذه الخطوة.
error-other-site = لم يصدر الطلب عن هذه الصفحة. أعد تحميلها.
error-draft-has-text = كتب أشخاص في الوثيقة، فلم تُستبدل.
error-document-busy = يكتب آخرون في الوثيقة في هذه اللحظة. أعد المحاولة.
error-language-unknown = هذه اللغة ليست من لغات المسار.
error-format-unknown = هذه الصيغة غير معروفة.
error-date-unknown = هذا ليس تاريخًا. اكتبه سنةً ثم شهرًا ثم يومًا، مثل 2023-10-09.
error-group-unknown = لا يمكن تجميع الفقرات على هذا الأساس.
error-paper-unknown = مقاس الورق هذا غير معروف.

## تسجيل الدخول

sign-in-title = تسجيل الدخول
sign-in-email = البريد الإلكتروني
sign-in-email-hint = تدخل برابط يعمل مرة واحدة. لا حاجة إلى كلمة مرور.
sign-in-email-wrong = اكتب عنوانًا مثل name@example.org.
sign-in-send = طلب رابط
sign-in-sending = جارٍ الطلب…
sign-in-not-sent = لم يُنشأ رابط
sign-in-new = زيارتك الأولى؟ يدعوك منسق مسارك.
sign-in-sent-title = رابطك في سجلّ الخادم
sign-in-sent-text = لا يُرسل أي بريد. إن كان { $email } معروفًا هنا فسيجد من يدير هذا الخادم رابط الدخول في سجلّه. اطلبه منه.
sign-in-sent-hint = افتح الرابط على هذا الجهاز. وهو يعمل مرة واحدة ولوقت قصير.
sign-in-other-address = استخدام عنوان آخر
sign-in-link-title = تسجيل الدخول؟
sign-in-link-text = فتحت رابط الدخول. تابع لتسجيل الدخول على هذا الجهاز.
sign-in-link-account = يسجّل هذا الرابط دخولك على هذا الجهاز باسم { $name } ({ $email }). إن لم يكن هذا حسابك فأغلق الصفحة.
sign-in-link-continue = متابعة
sign-in-link-busy = جارٍ تسجيل الدخول…
sign-in-link-hint = لا يُستخدم الرابط إلا عند الضغط على هذا الزر.
sign-in-failed-text = لم يتم تسجيل الدخول. ما كتبته على هذا الجهاز لا يزال هنا.
sign-in-new-link = طلب رابط جديد
sign-in-already = سُجّل الدخول باسم { $name }.
sign-in-enter = فتح مساحة العمل
sign-in-as-other = تسجيل الدخول باسم شخص آخر

## الجلسات

session-state-planned = مقررة
session-state-assigned = مُسندة
session-state-live = جارية
session-state-submitted = مُسلَّمة
session-state-confirmed = مؤكدة
session-state-locked = مقفلة
session-kind-session = جلسة
session-kind-roundtable = مائدة مستديرة
session-kind-regional = إقليمية
session-kind-closing = ختامية
session-numbered = { $kind ->
    [roundtable] المائدة المستديرة { $number }
    [regional] الإقليمية { $number }
    [closing] الختامية { $number }
   *[session] الجلسة { $number }
}
session-untitled = لم يُنشر العنوان
session-untitled-at = { $event }: لم يُنشر العنوان
session-listed = { $name }: { $title }
session-no-date = التاريخ غير محدد
session-when = { $day }، { $hours }
session-when-zone = { $day }، { $hours } ({ $zone })
time-on-both-clocks = { $time } · { $own } بتوقيتك
session-attribution-named = مع ذكر الأسماء
session-attribution-chatham-house = قاعدة تشاتام هاوس
sessions-count = { $count ->
    [zero] لا جلسات
    [one] جلسة واحدة
    [two] جلستان
    [few] { $count } جلسات
    [many] { $count } جلسة
   *[other] { $count } جلسة
}
sessions-without = { $count ->
    [zero] لا جلسة بلا نقطة رئيسية
    [one] جلسة واحدة بلا نقطة رئيسية
    [two] جلستان بلا نقطة رئيسية
    [few] { $count } جلسات بلا نقطة رئيسية
    [many] { $count } جلسة بلا نقطة رئيسية
   *[other] { $count } جلسة بلا نقطة رئيسية
}
sessions-empty = لا جلسات في هذه الدورة بعد
sessions-empty-hint = يستورد المنسق البرنامج، وستظهر الجلسات هنا بترتيبها الزمني.
sessions-yours = عليك كتابتها
sessions-rapporteurs = المقرر: { $names }
sessions-no-rapporteur = لم يُعيَّن مقرر
sessions-key-points = { $count ->
    [zero] لا نقاط رئيسية
    [one] نقطة رئيسية واحدة
    [two] نقطتان رئيسيتان
    [few] { $count } نقاط رئيسية
    [many] { $count } نقطة رئيسية
   *[other] { $count } نقطة رئيسية
}
sessions-characters = عدد أحرف المحضر: { $count }

## نظرة عامة

overview-time-zone = بالتوقيت المحلي: { $zone }
overview-decided = بُتّ في { $decided } من { $all } من النقاط الرئيسية
overview-programme = البرنامج
overview-open-document = فتح الوثيقة
overview-times-not-set = الأوقات غير محددة
overview-time-not-set = الوقت غير محدد
overview-now = الآن { $time }
overview-no-notes = لا محضر بعد
overview-no-key-point = لا نقطة رئيسية بعد
overview-not-counted = مستبعدة أو مدمجة: { $count }
coverage-title = التغطية
coverage-explained = النقاط الرئيسية بحسب الجلسة والموضوع
coverage-gaps = { $count ->
    [zero] لا ثغرات قبل النشر
    [one] ثغرة واحدة قبل النشر
    [two] ثغرتان قبل النشر
    [few] { $count } ثغرات قبل النشر
    [many] { $count } ثغرة قبل النشر
   *[other] { $count } ثغرة قبل النشر
}
coverage-no-gaps = لا ثغرات
coverage-empty = لا جلسات لعدّها بعد
coverage-all = المجموع
coverage-none = لا شيء
coverage-cell = { $count ->
    [zero] لا نقاط رئيسية، { $theme }، { $session }
    [one] نقطة رئيسية واحدة، { $theme }، { $session }
    [two] نقطتان رئيسيتان، { $theme }، { $session }
    [few] { $count } نقاط رئيسية، { $theme }، { $session }
    [many] { $count } نقطة رئيسية، { $theme }، { $session }
   *[other] { $count } نقطة رئيسية، { $theme }، { $session }
}
coverage-regions = { $count ->
    [zero] لا منطقة بلا نقطة رئيسية
    [one] منطقة بلا نقطة رئيسية: { $regions }
    [two] منطقتان بلا نقطة رئيسية: { $regions }
    [few] مناطق بلا نقطة رئيسية: { $regions }
    [many] مناطق بلا نقطة رئيسية: { $regions }
   *[other] مناطق بلا نقطة رئيسية: { $regions }
}
coverage-not-counted = في اللوحة نقاط أخرى ({ $count }): مستبعدة أو مدمجة أو لم تعد في المحضر أو من جلسة خارج الوثيقة.
deadlines-title = المواعيد النهائية
deadlines-none = لم تُحدَّد مواعيد نهائية.
deadlines-overdue = متأخر { $amount }
deadlines-left = بقي { $amount }
deadlines-opens = يُفتح خلال { $amount }
deadlines-due = الموعد: { $time }
deadlines-days = { $count ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
deadlines-hours = { $hours } س { $minutes } د
deadlines-minutes = { $count } د

## النقاط الرئيسية

key-point-state-captured = ملتقطة
key-point-state-confirmed = مؤكدة
key-point-state-accepted = مقبولة
key-point-state-used = مستخدمة
key-point-state-merged = مدمجة
key-point-state-set-aside = مستبعدة
key-point-kind-call-to-action = دعوة إلى العمل
key-point-kind-observation = ملاحظة
key-point-kind-unsaid = غير محدَّد
key-point-stance-convergence = تقارب
key-point-stance-divergence = تباين
key-point-stance-proposal = مقترح
key-point-stance-unsaid = غير محدَّد
key-point-basis-concept = من المذكرة المفاهيمية، لم يُقل
key-point-passage-gone = لم يعد مقطعها في المحضر
key-point-no-statement = بلا صياغة بعد
key-point-doubled = معرّفها موجود في محضر آخر أيضًا
key-point-doubled-text = في محضر { $sessions } نقطة رئيسية بالمعرّف نفسه: إحداهما نسخة من الأخرى. قرّر في كل منهما على حدة، واحذف من محضرها النقطة التي ليس هذا مكانها.
key-point-reworded-since = { $state }، وتغيّرت صياغتها بعد ذلك
key-point-reworded = تغيّرت صياغتها بعد القرار
key-point-reworded-text = يسري القرار على الكلمات التي قُرئت، وتأخذ المسودة بها إلى أن ينظر أحد المحررين في الجديدة.
key-point-reworded-seen = الكلمات التي قُرئت
key-point-reworded-now = الكلمات في المحضر الآن
key-point-corrected = صحّحها { $name }
key-point-noted = في المحضر
key-point-noted-then = في المحضر وقت التصحيح
key-point-noted-now = في المحضر الآن
key-point-noted-fact = في المحضر، { $name }: { $words }
key-point-overtaken = تغيّرت صياغة المحضر بعد التصحيح
key-point-keep-correction = إبقاء التصحيح
key-point-use-notes = الأخذ بكلمات المحضر
key-point-no-theme = لا موضوع بعد
key-point-no-addressee = لا جهة مخاطَبة بعد

## اللوحة

board-count = { $count ->
    [zero] لا نقاط رئيسية
    [one] نقطة رئيسية واحدة
    [two] نقطتان رئيسيتان
    [few] { $count } نقاط رئيسية
    [many] { $count } نقطة رئيسية
   *[other] { $count } نقطة رئيسية
} · { $sessions ->
    [zero] لا جلسات
    [one] جلسة واحدة
    [two] جلستان
    [few] { $sessions } جلسات
    [many] { $sessions } جلسة
   *[other] { $sessions } جلسة
} · لم يُبتّ بعد في { $undecided }
board-states = الحالة
board-all = الكل
board-filters = المرشِّحات
board-filter-text = البحث في الصياغات
board-any-theme = كل الموضوعات
board-any-addressee = كل الجهات المخاطَبة
board-clear = إزالة المرشِّحات
board-empty-hint = يميّزها المقررون في محاضر الجلسات، وتظهر هنا من تلقاء نفسها.
board-no-match = لا نقطة رئيسية مطابقة
board-no-match-hint = أزل مرشِّحًا لعرض المزيد.
board-accept-confirmed = { $count ->
    [zero] لا مؤكدة لقبولها
    [one] قبول المؤكدة
    [two] قبول المؤكدتين
    [few] قبول المؤكدات كلها وعددها { $count }
    [many] قبول المؤكدات كلها وعددها { $count }
   *[other] قبول المؤكدات كلها وعددها { $count }
}
board-hint-captured = تُؤكَّد مع مدير الجلسة أو يُبتّ فيها الآن
board-hint-confirmed = تنتظر المحرر
board-hint-accepted = جاهزة للوثيقة
board-hint-accepted-concept = جاهزة للوثيقة: { $ready } · من المذكرات المفاهيمية ولا تدخلها: { $concept }
board-hint-used = في الوثيقة
board-hint-merged = مدمجة في نقطة رئيسية أخرى
board-hint-set-aside = لكل منها سببها
detail-title = نقطة رئيسية
detail-none = اختر نقطة رئيسية للاطلاع على مصدرها والبت فيها.
detail-none-reader = اختر نقطة رئيسية للاطلاع على مصدرها وما آلت إليه.
detail-keys = الأسهم: اختيار · A: قبول · S: استبعاد · C: تصحيح · X: تحديد · E: فتح في المحضر
detail-place = { $at } من { $of }
detail-previous = النقطة الرئيسية السابقة
detail-next = النقطة الرئيسية التالية
detail-source = المصدر في المحضر
detail-source-in = المصدر في المحضر: { $session }
detail-open-notes = فتح في المحضر
detail-marked-by = ميّزها
detail-by-at = { $name }، { $time }
detail-speaker = القائل
detail-evidence = الدليل
detail-recording = التسجيل عند { $time }
detail-kind = النوع
detail-stance = الموقف
detail-decided-by = بتّ فيها
detail-used-in = مستخدمة في
detail-go-messages = الانتقال إلى الرسائل
detail-concept-title = من المذكرة المفاهيمية
detail-concept-text = لم يقل هذا أحد. ولا يدخل الوثيقة أبدًا على أنه قول قيل.
detail-gone-text = حُذفت الكلمات من المحضر. والاقتباس أدناه هو ما كانت عليه.
detail-quote-names = كلماتها في المحضر تسمّي شخصًا، فلا تظهر إلا هناك.
detail-accept = قبول
detail-before-accept = قبل القبول
detail-no-theme = لا تذكر أي موضوع، فلا تُحتسب في التغطية تحت أي منها.
detail-no-addressee = لا تذكر جهة موجَّهة إليها، فتوضع تحت «نقاط أخرى».
detail-no-kind = لم يحدّد أحد ما إذا كانت دعوة إلى العمل.
detail-no-stance = لم يحدّد أحد موقف الحاضرين منها؛ وتعاملها المسودة على أنها غير مختلف عليها.
detail-accept-reworded = قبول الصياغة الجديدة
detail-confirm-reworded = تأكيد الصياغة الجديدة
detail-set-aside = استبعاد…
detail-correct = تصحيح…
correct-hint = يبقى المحضر كما هو. وتأخذ اللوحة والوثيقة بما يُكتب هنا.
correct-hint-used = يبقى المحضر كما هو، وكذلك الفقرة الموجودة في الوثيقة. وتأخذ اللوحة بما يُكتب هنا.
correct-missing = اكتب صياغة، أو خذ بكلمات المحضر.
correct-nobody-named = وفق قاعدة تشاتام هاوس لا يُذكر اسم أحد.
correct-meanwhile = غيّر شخص ما هذه النقطة أثناء كتابتك. وما كتبته لا يزال هنا.
correct-meanwhile-seen = اطّلعت عليه؛ أبقِ صياغتي
correct-not-saved = لم يُحفظ هذا
correct-leave-title = مغادرة هذا التصحيح؟
correct-leave-text = ما كتبته لم يُحفظ.
correct-stay = متابعة الكتابة
correct-leave = المغادرة دون حفظ
detail-not-decided = لم يُتخذ القرار
board-meanwhile-by = بتّ { $name } في هذا في هذه الأثناء. الحالة الآن: { $state }.
board-meanwhile = تغيّر هذا في هذه الأثناء. الحالة الآن: { $state }.
board-done = { $state }: «{ $statement }»
board-done-several = { $count ->
    [zero] { $state }: لا نقاط رئيسية
    [one] { $state }: نقطة رئيسية واحدة
    [two] { $state }: نقطتان رئيسيتان
    [few] { $state }: { $count } نقاط رئيسية
    [many] { $state }: { $count } نقطة رئيسية
   *[other] { $state }: { $count } نقطة رئيسية
}
board-left-out = { $count ->
    [zero] لم تُترك أي نقطة رئيسية
    [one] تُركت نقطة رئيسية واحدة لأنها تغيّرت. راجعها من جديد.
    [two] تُركت نقطتان رئيسيتان لأنهما تغيّرتا. راجعهما من جديد.
    [few] تُركت { $count } نقاط رئيسية لأنها تغيّرت. راجعها من جديد.
    [many] تُركت { $count } نقطة رئيسية لأنها تغيّرت. راجعها من جديد.
   *[other] تُركت { $count } نقطة رئيسية لأنها تغيّرت. راجعها من جديد.
}
board-corrected = مصحّحة
board-choose = تحديد: { $statement }
board-choose-all = { $count ->
    [zero] لا شيء لتحديده
    [one] تحديد النقطة المعروضة
    [two] تحديد النقطتين المعروضتين
    [few] تحديد النقاط المعروضة وعددها { $count }
    [many] تحديد النقاط المعروضة وعددها { $count }
   *[other] تحديد النقاط المعروضة وعددها { $count }
}
board-choose-none = إلغاء التحديد
board-chosen = المحدد: { $count }
board-accept-chosen = قبول ({ $count })
board-set-aside-chosen = استبعاد ({ $count })…
set-aside-title = { $count ->
    [zero] لا نقاط رئيسية لاستبعادها
    [one] استبعاد هذه النقطة الرئيسية؟
    [two] استبعاد نقطتين رئيسيتين؟
    [few] استبعاد { $count } نقاط رئيسية؟
    [many] استبعاد { $count } نقطة رئيسية؟
   *[other] استبعاد { $count } نقطة رئيسية؟
}
set-aside-hint = جملة واحدة؛ تبقى في السجل.
set-aside-reason-missing = اكتب جملة واحدة؛ تبقى في السجل.
set-aside-do = استبعاد

## الكتابة: شريط الأدوات وقائمة «/» والروابط والحواشي

writing-toolbar = التنسيق
writing-undo = تراجع
writing-redo = إعادة
writing-bold = غامق
writing-italic = مائل
writing-bullets = قائمة نقطية
writing-numbers = قائمة مرقمة
writing-indent = زيادة المسافة البادئة
writing-outdent = إنقاص المسافة البادئة
writing-move-up = نقل الفقرة إلى أعلى
writing-move-down = نقل الفقرة إلى أسفل
writing-link = رابط
writing-footnote = حاشية
writing-more = مزيد من التنسيق
writing-mark-key-point = تمييز كنقطة رئيسية
writing-block = نوع الفقرة
writing-block-now = نوع الفقرة: { $block }
writing-block-paragraph = نص
writing-block-heading-1 = عنوان 1
writing-block-heading-2 = عنوان 2
writing-block-heading-3 = عنوان 3
writing-block-quote = اقتباس
writing-block-operative = فقرة منطوق
writing-block-preambular = فقرة ديباجة
writing-block-group = عنوان مجموعة
writing-block-theme = عنوان موضوع
writing-block-voice = صيغة المتكلم
writing-block-title = العنوان
writing-block-subtitle = العنوان الفرعي
writing-block-fact-place = المكان والتاريخ
writing-block-fact-organisers = الجهات المنظمة
writing-block-fact-status = الصفة
writing-block-annex = مرفق
writing-slash = إدراج
writing-link-add = إضافة رابط
writing-link-change = تغيير الرابط
writing-link-remove = إزالة الرابط
writing-link-address = العنوان
writing-link-wrong = اكتب عنوانًا مثل https://example.org.
writing-footnote-text = نص الحاشية
writing-footnote-number = الحاشية { $number }
writing-table = جدول
writing-placeholder-notes = دوّن ما يقال. اكتب / لعنوان أو قائمة؛ واضغط Ctrl Alt K لتمييز الكلمات المحددة كنقطة رئيسية.
writing-placeholder-touch = دوّن ما يقال. لتمييز نقطة رئيسية، حدد كلماتها واضغط «تمييز كنقطة رئيسية».
writing-placeholder-document = الوثيقة فارغة.
writing-leaving = في القائمة يزيد مفتاح Tab مسافة البند وينقصها Shift+Tab. للخروج من النص اضغط Escape ثم Tab.
writing-text-notes = محضر: { $session }
writing-text-document = نص: { $title }
writing-images-dropped = { $count ->
    [zero] لم تُترك أي صورة.
    [one] تُركت صورة واحدة: لا يقبل هذا النص الصور.
    [two] تُركت صورتان: لا يقبل هذا النص الصور.
    [few] تُركت { $count } صور: لا يقبل هذا النص الصور.
    [many] تُركت { $count } صورة: لا يقبل هذا النص الصور.
   *[other] تُركت { $count } صورة: لا يقبل هذا النص الصور.
}
writing-nothing-selected = حدد الكلمات أولًا ثم ميّزها.
writing-reading-only = يمكنك متابعة هذا النص أثناء كتابته. دورك لا يسمح بتغييره.
writing-session-locked = هذه الجلسة مقفلة. لم يعد بالإمكان تغيير محضرها.
writing-session-handed-in = سُلّم هذا المحضر. لمواصلة الكتابة، اطلب من مدير الجلسة أو من محرر إعادة فتحه.
writing-ended = لم يعد بإمكانك الكتابة هنا
writing-not-taken = لم يقبل الخادم آخر ما كتبته. وهو باقٍ على هذا الجهاز وسيُرسل إذا أمكنك الكتابة هنا من جديد. للاحتياط، نزّله.
writing-not-confirmed = ما كتبته محفوظ على هذا الجهاز. اترك هذه الصفحة مفتوحة، وللاحتياط نزّله.
writing-opening = جارٍ فتح النص…
writing-missing-title = هذا النص ليس على هذا الجهاز
writing-missing-text = لم يُفتح هنا من قبل، وتعذّر الوصول إلى الخادم. سيُفتح من تلقاء نفسه عند عودة الاتصال.
writing-no-access-title = ليس لك حق الاطلاع على هذا النص
writing-no-access-text = لا يحق لك الاطلاع عليه على الخادم، ولا توجد منه نسخة على هذا الجهاز. اتصل بمنسق مسارك.
writing-failed-title = تعذّر فتح النص

## البحث في نص

find-open = البحث في النص
find-words = كلمات البحث
find-previous = النتيجة السابقة
find-next = النتيجة التالية
find-none = لا نتائج
find-count = { $at } من { $count }
find-said = { $count ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] { $at } من نتيجتين
    [few] { $at } من { $count } نتائج
    [many] { $at } من { $count } نتيجة
   *[other] { $at } من { $count } نتيجة
}
find-table = الجدول { $number }
find-open-footnote = فتح الحاشية

## سطر الحالة: ما على هذا الجهاز وما على الخادم

status-label = حالة ما كتبته
status-device-everything = على هذا الجهاز: كل شيء
status-device-not-saved = على هذا الجهاز: لم يُحفظ، ربما امتلأ القرص
status-device-writing = على هذا الجهاز: جارٍ الحفظ
status-server-signed-out = انتهى تسجيل دخولك: يبقى ما تكتبه على هذا الجهاز
status-server-crowded = لا يقبل الخادم مزيدًا من الاتصالات. أغلق الصفحات التي لا تحتاج إليها؛ ما تكتبه يبقى على هذا الجهاز.
status-server-everything = على الخادم: كل شيء
status-server-everything-at = على الخادم: كل شيء، { $time }
status-server-went-back = عاد الخادم إلى حالة أقدم. يجري تحديثه من هذا الجهاز.
status-server-caught-up = كان الخادم قد عاد إلى حالة أقدم، وهو محدَّث الآن.
status-server-up-to = { $day ->
    [today] على الخادم: كل شيء حتى { $time }
   *[another] على الخادم: كل شيء حتى { $time }
}
status-server-nothing-yet = على الخادم: لا شيء بعد
status-server-unknown = لم يُجب الخادم بعد
status-server-refused = رفض الخادم ما كتبته: ربما لم يعد يحق لك الكتابة هنا
status-server-not-saved = لم يُحفظ على الخادم: لا يؤكد وصول ما كتبته
status-server-reading = كما هو على الخادم
status-server-seen = { $day ->
    [today] كما كان على الخادم في { $time }
   *[another] كما كان على الخادم في { $time }
}
status-waiting = { $count ->
    [zero] لا تغييرات منتظرة
    [one] تغيير واحد ينتظر
    [two] تغييران ينتظران
    [few] { $count } تغييرات تنتظر
    [many] { $count } تغييرًا ينتظر
   *[other] { $count } تغيير ينتظر
}
status-offline-since = { $day ->
    [today] لا خبر من الخادم منذ { $time }.
   *[another] لا خبر من الخادم منذ { $time }.
}
status-next-try = { $count ->
    [zero] تجري المحاولة الآن.
    [one] المحاولة التالية خلال ثانية.
    [two] المحاولة التالية خلال ثانيتين.
    [few] المحاولة التالية خلال { $count } ثوانٍ.
    [many] المحاولة التالية خلال { $count } ثانية.
   *[other] المحاولة التالية خلال { $count } ثانية.
}
status-try-now = المحاولة الآن
status-download = تنزيل ما كتبته

## ملاحظات الجلسة

notes-submit = تسليم المحضر…
notes-submit-title = تسليم المحضر؟
notes-submit-text = سيُطلب من مدير الجلسة تأكيد النقاط الرئيسية. ولن يتمكن أحد من الكتابة في المحضر إلى أن يُعاد فتحه.
notes-submit-do = تسليم
notes-unsent = { $count ->
    [zero] لا تغييرات تنتظر الإرسال.
    [one] تغيير واحد ليس على الخادم بعد، وسيُرسل أولًا.
    [two] تغييران ليسا على الخادم بعد، وسيُرسلان أولًا.
    [few] { $count } تغييرات ليست على الخادم بعد، وستُرسل أولًا.
    [many] { $count } تغييرًا ليس على الخادم بعد، وستُرسل أولًا.
   *[other] { $count } تغيير ليس على الخادم بعد، وستُرسل أولًا.
}
notes-unsent-away = { $count ->
    [zero] تعذّر الوصول إلى الخادم. يمكن تسليم المحضر حين يعود.
    [one] تغيير واحد ليس على الخادم بعد، وتعذّر الوصول إلى الخادم. يمكن تسليم المحضر حين يعود.
    [two] تغييران ليسا على الخادم بعد، وتعذّر الوصول إلى الخادم. يمكن تسليم المحضر حين يعود.
    [few] { $count } تغييرات ليست على الخادم بعد، وتعذّر الوصول إلى الخادم. يمكن تسليم المحضر حين يعود.
    [many] { $count } تغييرًا ليس على الخادم بعد، وتعذّر الوصول إلى الخادم. يمكن تسليم المحضر حين يعود.
   *[other] { $count } تغيير ليس على الخادم بعد، وتعذّر الوصول إلى الخادم. يمكن تسليم المحضر حين يعود.
}
notes-confirm = تأكيد النقاط الرئيسية…
notes-confirm-title = تأكيد النقاط الرئيسية لهذه الجلسة؟
notes-confirm-text = { $count ->
    [zero] لا نقاط رئيسية لتأكيدها.
    [one] تُؤكَّد نقطة رئيسية واحدة على أنها قيلت في الجلسة. ثم يبتّ فيها المحررون.
    [two] تُؤكَّد نقطتان رئيسيتان على أنهما قيلتا في الجلسة. ثم يبتّ فيهما المحررون.
    [few] تُؤكَّد { $count } نقاط رئيسية على أنها قيلت في الجلسة. ثم يبتّ فيها المحررون.
    [many] تُؤكَّد { $count } نقطة رئيسية على أنها قيلت في الجلسة. ثم يبتّ فيها المحررون.
   *[other] تُؤكَّد { $count } نقطة رئيسية على أنها قيلت في الجلسة. ثم يبتّ فيها المحررون.
}
notes-not-moved = لم تتغير حالة الجلسة
notes-too-many-points = لا تعرض صفحة «النقاط الرئيسية» إلا أول { $most } نقطة من هذا المحضر
notes-too-many-points-text = تبقى النقاط الأخرى في المحضر. أزل تمييز ما لا يحتاج إليه أحد.
facts-questions = أسئلة السياسات العامة
facts-people = المتحدثون
facts-no-people = لم يُسجَّل متحدثون لهذه الجلسة.
facts-moderator = مدير الجلسة
facts-remote = عن بُعد
facts-named = يجوز ذكر أسماء المتحدثين.
facts-chatham-house = يجوز استخدام ما قيل، لا ذكر من قاله. لا تسمِّ أحدًا في المحضر.
facts-no-recording = لا تسجيل معروف.
facts-recording-open = فتح التسجيل { $number }
facts-rapporteurs = المقررون
facts-links = روابط
points-order = بترتيب النص
points-empty = لا نقطة رئيسية بعد
points-empty-hint = حدد جملة في المحضر واضغط «تمييز كنقطة رئيسية».
points-empty-reader = تظهر النقاط الرئيسية هنا حين يميّزها المقررون.
points-card = النقطة الرئيسية { $number }
points-open = النقطة الرئيسية { $number }: { $statement }
points-show = إظهارها في النص
points-fold = طيّ
points-move = نقلها إلى الكلمات المحددة
points-remove = إزالة هذه النقطة الرئيسية
points-remove-title = إزالة هذه النقطة الرئيسية؟
points-remove-state = { $state ->
    [confirmed] هذه النقطة مؤكدة.
    [accepted] هذه النقطة مقبولة.
    [merged] دُمجت هذه النقطة مع نقطة أخرى.
    [set-aside] استُبعدت هذه النقطة.
   *[used] هذه النقطة مستخدمة في الوثيقة.
}
points-remove-unused = تختفي من المحضر ومن قائمة النقاط الرئيسية مع القرار المتخذ بشأنها، ولن تدخل أي مسودة.
points-remove-used = تحتفظ الوثيقة بفقرتها وبهذا المصدر، وتبقى النقطة الرئيسية في القائمة. لكنها تختفي من المحضر، ولا يمكن لأحد البت فيها بعد ذلك.
points-remove-do = إزالة
points-removed = أُزيلت النقطة الرئيسية
points-gone-text = حُذفت كلماتها أو نُقلت. والصياغة محفوظة. حدد كلمات في النص واختر «نقلها إلى الكلمات المحددة»، أو اتركها كما هي. كانت:
points-statement = الصياغة المعدّة للوثيقة
points-theme-add-label = إضافة موضوع
points-theme-add = إضافة…
points-theme-remove = إزالة { $theme }
points-addressee = موجهة إلى
points-no-speaker = بلا اسم
points-marked-by = ميّزها { $name }
points-not-sent = على هذا الجهاز فقط حتى الآن
points-evidence-none = لا شيء
points-evidence-recording-numbered = التسجيل { $number }
points-evidence-time = الوقت في التسجيل
points-evidence-time-wrong = اكتب وقتًا مثل 00:16:20.
points-evidence-unsaved = لم يُحفظ الدليل بعد
points-evidence-now = الآن ({ $time })

## الوثيقة الختامية

output-state-outline = مخطط
output-state-zero-draft = مسودة أولية
output-state-revision = تنقيح
output-state-in-review = قيد المراجعة
output-state-final = نهائية
output-state-published = منشورة
output-state-archived = مؤرشفة
output-title = الوثيقة الختامية
output-compiled-at = أُعدّت المسودة في { $time }
output-none-title = لا وثيقة ختامية بعد
output-none-text = يمكن إعداد مسودة أولية من النقاط الرئيسية المقبولة في أي وقت، حتى أثناء انعقاد الجلسات.
output-none-reader = ستظهر هنا حين يُعدّ المحررون المسودة الأولية.
output-compile = إعداد المسودة الأولية
output-compile-more = مسودة جديدة…
output-export = تصدير
output-outline = المخطط
output-sources = المصادر
output-words = { $count ->
    [zero] لا كلمات
    [one] كلمة واحدة
    [two] كلمتان
    [few] { $count } كلمات
    [many] { $count } كلمة
   *[other] { $count } كلمة
}
output-paragraphs = { $count ->
    [zero] لا فقرات
    [one] فقرة واحدة
    [two] فقرتان
    [few] { $count } فقرات
    [many] { $count } فقرة
   *[other] { $count } فقرة
}
output-annex-filled = يُملأ عند التصدير
outline-panel-outline-empty = ستظهر أجزاء الوثيقة هنا.
outline-panel-annex = المرفق { $number }: { $title }
sources-title-of = الفقرة { $number }
sources-count = { $count ->
    [zero] بلا مصدر
    [one] مصدر واحد
    [two] مصدران
    [few] { $count } مصادر
    [many] { $count } مصدرًا
   *[other] { $count } مصدر
}
sources-choose = ضع المؤشر في فقرة لمعرفة مصدرها.
sources-none = لا تستند هذه الفقرة إلى أي نقطة رئيسية
sources-none-hint = سيذكر مرفق المصادر ذلك.
sources-session-unknown = جلسة غير معروفة
sources-statement = الصياغة:
sources-changed = أُعيدت صياغة النقطة الرئيسية منذ ذلك الحين
sources-point-gone = لم تعد هذه النقطة الرئيسية في المحضر.
sources-marked-by = ميّزها { $name }، { $time }
key-point-marker-unknown = ميّزها: غير مسجَّل
not-used-title = لم تُستخدم بعد
not-used-count = { $count ->
    [zero] لا نقاط رئيسية مقبولة
    [one] نقطة رئيسية مقبولة واحدة
    [two] نقطتان رئيسيتان مقبولتان
    [few] { $count } نقاط رئيسية مقبولة
    [many] { $count } نقطة رئيسية مقبولة
   *[other] { $count } نقطة رئيسية مقبولة
}
not-used-insert = إدراجها في مجموعتها
not-used-insert-differed = إدراجها حيث اختلفت الآراء
not-used-inserting = جارٍ الإدراج…
not-used-close = العودة إلى المصادر
not-used-none = كل النقاط الرئيسية المقبولة مستخدمة
not-used-none-hint = ستظهر هنا النقاط الرئيسية التي تُقبل لاحقًا.
not-used-failed = لم تُدرج
compile-title = إعداد مسودة أولية
compile-count = { $count ->
    [zero] لا تدخل المسودةَ أي نقطة رئيسية مقبولة بعد.
    [one] تدخل المسودةَ نقطة رئيسية مقبولة واحدة.
    [two] تدخل المسودةَ نقطتان رئيسيتان مقبولتان.
    [few] تدخل المسودةَ { $count } نقاط رئيسية مقبولة.
    [many] تدخل المسودةَ { $count } نقطة رئيسية مقبولة.
   *[other] تدخل المسودةَ { $count } نقطة رئيسية مقبولة.
}
compile-out-concept = { $count ->
    [zero] لا نقطة مقبولة من المذكرات المفاهيمية.
    [one] نقطة رئيسية مقبولة واحدة من مذكرة مفاهيمية تبقى خارجها: لم يقلها أحد.
    [two] نقطتان رئيسيتان مقبولتان من المذكرات المفاهيمية تبقيان خارجها: لم يقلهما أحد.
    [few] { $count } نقاط رئيسية مقبولة من المذكرات المفاهيمية تبقى خارجها: لم يقلها أحد.
    [many] { $count } نقطة رئيسية مقبولة من المذكرات المفاهيمية تبقى خارجها: لم يقلها أحد.
   *[other] { $count } نقطة رئيسية مقبولة من المذكرات المفاهيمية تبقى خارجها: لم يقلها أحد.
}
compile-out-after = { $count ->
    [zero] لا نقطة مقبولة من جلسة لاحقة للاجتماع.
    [one] نقطة رئيسية مقبولة واحدة تبقى خارجها: جلستها بعد الاجتماع.
    [two] نقطتان رئيسيتان مقبولتان تبقيان خارجها: جلساتهما بعد الاجتماع.
    [few] { $count } نقاط رئيسية مقبولة تبقى خارجها: جلساتها بعد الاجتماع.
    [many] { $count } نقطة رئيسية مقبولة تبقى خارجها: جلساتها بعد الاجتماع.
   *[other] { $count } نقطة رئيسية مقبولة تبقى خارجها: جلساتها بعد الاجتماع.
}
compile-out-unwritten = { $count ->
    [zero] لا نقطة مقبولة بلا صياغة.
    [one] نقطة رئيسية مقبولة واحدة تبقى خارجها: لا صياغة لها.
    [two] نقطتان رئيسيتان مقبولتان تبقيان خارجها: لا صياغة لهما.
    [few] { $count } نقاط رئيسية مقبولة تبقى خارجها: لا صياغة لها.
    [many] { $count } نقطة رئيسية مقبولة تبقى خارجها: لا صياغة لها.
   *[other] { $count } نقطة رئيسية مقبولة تبقى خارجها: لا صياغة لها.
}
compile-out-named = { $count ->
    [zero] لا نقطة مقبولة تذكر اسمًا خلافًا لقاعدة تشاتام هاوس.
    [one] نقطة رئيسية مقبولة واحدة تبقى خارجها: تذكر اسم شخص خلافًا لقاعدة تشاتام هاوس.
    [two] نقطتان رئيسيتان مقبولتان تبقيان خارجها: تذكران اسم شخص خلافًا لقاعدة تشاتام هاوس.
    [few] { $count } نقاط رئيسية مقبولة تبقى خارجها: تذكر اسم شخص خلافًا لقاعدة تشاتام هاوس.
    [many] { $count } نقطة رئيسية مقبولة تبقى خارجها: تذكر اسم شخص خلافًا لقاعدة تشاتام هاوس.
   *[other] { $count } نقطة رئيسية مقبولة تبقى خارجها: تذكر اسم شخص خلافًا لقاعدة تشاتام هاوس.
}
compile-has-text = كتب أشخاص في هذه الوثيقة
compile-has-text-hint = ستحلّ مسودة أولية جديدة محلّ كلماتهم، لذلك لا تُعدّ. وتجد النقاط الرئيسية المقبولة بعد ذلك تحت «لم تُستخدم بعد»؛ ورسائل الجلسة وثيقة قائمة بذاتها.
compile-findings = ما لم يُدرج أو يحتاج إلى نظر
compile-not-counted = تعذّر عدّ ما سيدخل فيها
compile-confirmed = { $count ->
    [zero] لا نقاط رئيسية مؤكدة تنتظر قرارًا
    [one] نقطة رئيسية مؤكدة تنتظر قرارًا
    [two] نقطتان رئيسيتان مؤكدتان تنتظران قرارًا
    [few] { $count } نقاط رئيسية مؤكدة تنتظر قرارًا
    [many] { $count } نقطة رئيسية مؤكدة تنتظر قرارًا
   *[other] { $count } نقطة رئيسية مؤكدة تنتظر قرارًا
}
compile-about-track = الوثيقة الختامية
compile-about-messages = رسائل جلسة واحدة
compile-session-choice = { $session } (المقبولة: { $count })
compile-no-session = لا نقطة رئيسية في أي جلسة بعد، فلا رسائل تُعدّ.
compile-group = تجميع الفقرات بحسب
compile-groups = ترتيب المجموعات وعناوينها
compile-groups-words = العناوين بلغة الوثيقة. اترك أحدها فارغًا ليأخذ كلماته المعتادة.
compile-groups-none = لا مجموعات بعد: لا تدخل المسودةَ أي نقطة رئيسية مقبولة.
compile-groups-usual = الترتيب والعناوين المعتادة
compile-group-heading = عنوان المجموعة «{ $name }»
compile-group-up = نقل «{ $name }» إلى أعلى
compile-group-down = نقل «{ $name }» إلى أسفل
compile-group-moved = «{ $name }» الآن { $at } من { $of }
compile-words = العنوان وصفة الوثيقة والديباجة
compile-words-messages = العنوان وصفة الوثيقة
compile-status = صفة الوثيقة
compile-status-default = ليست وثيقة متفاوضًا عليها.
compile-left-empty = اتركه فارغًا لاستخدام الصيغة المعتادة.
compile-voice = المتكلم
compile-voice-usual = الصيغة المعتادة
compile-voice-own = صيغة أخرى
compile-voice-none = لا أحد
compile-voice-usual-hint = «نحن البرلمانيين…» مع المكان والمنتدى.
compile-voice-none-hint = لا تتكلم الوثيقة باسم أحد.
compile-voice-words = كلمات الافتتاح
compile-preamble-usual = الجمل المعتادة
compile-preamble-own = جمل أخرى
compile-preamble-none = بلا ديباجة
compile-preamble-words = الجمل، جملة في كل سطر
compile-preamble-hint = تُفتتح كل جملة بصيغة مثل «إذ نشير إلى». والكلمات بين نجمتين تُبرَز: *إذ نشير* إلى الموضوع…
compile-busy = جارٍ إعداد المسودة…
compile-failed = لم تُعدّ أي مسودة

## التصدير

export-nothing = لا شيء للتصدير بعد
export-nothing-hint = أعدّ المسودة الأولية أولًا؛ يستغرق ذلك أقل من ثانية.
export-options = الخيارات
export-checks-and-download = الفحص والتنزيل
export-format = الصيغة
export-format-pdf = PDF
export-format-docx = Word (DOCX)
export-format-html = صفحة ويب (HTML)
export-format-md = Markdown
export-format-json = Pandoc (JSON)
export-name-pdf = PDF
export-name-docx = DOCX
export-name-html = HTML
export-name-md = Markdown
export-name-json = JSON
export-language-original = الأصل
export-paper = الورق
export-paper-a4 = A4
export-paper-us-letter = US Letter
export-line-numbers = أرقام الأسطر، كل خمسة
export-date = تاريخ الوثيقة
export-date-hint = اتركه فارغًا لتاريخ اليوم في مكان الانعقاد.
export-no-pages = لا صفحات في هذه الصيغة؛ تعرض المعاينة صفحات PDF.
export-preview = معاينة
export-preview-busy = جارٍ إعداد الصفحات…
export-preview-failed = تعذّر عرض الصفحات
export-previous-page = الصفحة السابقة
export-next-page = الصفحة التالية
export-page-of = الصفحة { $page } من { $pages }
export-page-alt = الصفحة { $page } من { $pages } من { $title }
export-download = تنزيل { $format }
export-download-hint = يُعدّ الملف من النص كما هو على الخادم الآن.
export-making = جارٍ إعداد الملف…
export-failed = لم يُعدّ ملف { $format }
export-reported = أُعدّ ملف { $format } مع هذه المشكلات
export-pdf-waits = صحّح الخطأ قبل إعداد ملف PDF. أما الصيغ الأخرى فيمكن إعدادها الآن.
export-needs-server = تُعدّ الملفات على الخادم، ولا يمكن الوصول إليه الآن.
export-files = الملفات المعدّة
export-file = { $format } · { $time } · { $size }
export-file-download = تنزيل { $name }
checks-title = الفحص
checks-errors = { $count ->
    [zero] لا أخطاء
    [one] خطأ واحد
    [two] خطآن
    [few] { $count } أخطاء
    [many] { $count } خطأً
   *[other] { $count } خطأ
}
checks-warnings = { $count ->
    [zero] لا تحذيرات
    [one] تحذير واحد
    [two] تحذيران
    [few] { $count } تحذيرات
    [many] { $count } تحذيرًا
   *[other] { $count } تحذير
}
checks-notes = { $count ->
    [zero] لا تنبيهات
    [one] تنبيه واحد
    [two] تنبيهان
    [few] { $count } تنبيهات
    [many] { $count } تنبيهًا
   *[other] { $count } تنبيه
}
checks-error = خطأ
checks-warning = تحذير
checks-none = لا شيء للتصحيح
checks-go-key-point = الانتقال إلى النقطة الرئيسية
checks-go-unused = الانتقال إلى «لم تُستخدم بعد»

### نصوص الوثائق المصدَّرة: المفاتيح التي تبدأ بـ document-.

### Output document: the words of the files that are made. Each file is in its document's language.

document-title = الوثيقة الختامية: { $track }
document-messages-title = رسائل: { $event }
document-kind = الوثيقة الختامية
document-kind-messages = رسائل
document-original = الأصل: { $language }
document-footer = وثيقة غير متفاوض عليها
document-page = صفحة { $n } من { $total }
document-draft = مسودة
document-contents = المحتويات
document-notes = الحواشي
document-annex = المرفق
document-not-recorded = غير مسجَّل
document-version-zero-draft = المسودة الأولية

document-fact-place = المكان والتاريخ
document-fact-organisers = الجهات المنظِّمة
document-fact-status = الصفة
document-fact-rapporteur = { $count ->
    [one] المقرِّر
   *[other] المقرِّرون
}
document-place-and-dates = { $place }، { $days }
document-status = *وثيقة غير متفاوض عليها.* أُعدّت فقراتها من النقاط الرئيسية للجلسات الواردة في البرنامج المرفق، أو صاغها المحررون، ويبيّن مرفق المصادر ذلك لكل فقرة. وهي لا تُلزم المشاركين.
document-messages-status = *وثيقة غير متفاوض عليها.* أُعدّت هذه الرسائل من النقاط الرئيسية المميَّزة في محضر الجلسة. وهي لا تُلزم المشاركين.

document-voice = نحن البرلمانيين والبرلمانيات المشاركين،
document-having-met = *وقد اجتمعنا* { $occasion }،
document-having-met-theme = *وقد اجتمعنا* { $occasion } تحت شعار «{ $theme }»،
document-occasion = { $days } ({ $names })
document-recalling = *وإذ نستذكر* الموضوع العام «{ $theme }» ({ $forum })،
document-noting-meetings = { $count ->
    [one] *وإذ نلاحظ مع التقدير* إسهام الاجتماع التالي: { $meetings }،
   *[other] *وإذ نلاحظ مع التقدير* إسهامات الاجتماعات التالية: { $meetings }،
}
document-meeting = «{ $title }»
document-closing = جمعنا النقاط التالية.

document-heading-addressed = موجَّه إلى: { $addressee }
document-heading-further = نقاط أخرى
document-heading-differed = نقاط اختلفت فيها الآراء
document-annex-programme = البرنامج
document-annex-participants = المشاركون
document-annex-sources = المصادر

document-day = { $day } { $month } { $year }
document-day-without-year = { $day } { $month }
document-days-two = { $first } و{ $last } { $month } { $year }
document-days-more = { $first } إلى { $last } { $month } { $year }
document-days-across = { $first } إلى { $last }
document-on-day = يوم { $day } { $month } { $year }
document-on-days-two = يومي { $first } و{ $last } { $month } { $year }
document-on-days-more = من { $first } إلى { $last } { $month } { $year }
document-on-days-across = من { $first } إلى { $last }
document-month-1 = كانون الثاني/يناير
document-month-2 = شباط/فبراير
document-month-3 = آذار/مارس
document-month-4 = نيسان/أبريل
document-month-5 = أيار/مايو
document-month-6 = حزيران/يونيه
document-month-7 = تموز/يوليه
document-month-8 = آب/أغسطس
document-month-9 = أيلول/سبتمبر
document-month-10 = تشرين الأول/أكتوبر
document-month-11 = تشرين الثاني/نوفمبر
document-month-12 = كانون الأول/ديسمبر
document-language-ar = بالعربية
document-language-en = بالإنكليزية
document-language-es = بالإسبانية
document-language-fr = بالفرنسية

document-programme-when = التاريخ والوقت
document-programme-session = الجلسة
document-programme-place = المكان
document-programme-people = المتحدثون ومديرو الجلسات
document-programme-note = الأوقات محلية. وتشير عبارة «غير مسجَّل» إلى ما ليس معروفًا.
document-session-kind-session = الجلسة
document-session-kind-roundtable = المائدة المستديرة
document-session-kind-regional = اجتماع إقليمي
document-session-kind-closing = الجلسة الختامية
document-session-numbered = { $kind ->
    [roundtable] المائدة المستديرة { $number }
    [regional] الاجتماع الإقليمي { $number }
    [closing] الجلسة الختامية { $number }
   *[session] الجلسة { $number }
}
document-event-regional = إقليمي
document-person-moderator = إدارة الجلسة
document-person-online = عن بُعد
document-not-named = لا تُذكر الأسماء: عُقدت الجلسة وفق قاعدة تشاتام هاوس.
document-participants-name = الاسم
document-participants-office = المنصب والجهة
document-participants-sessions = الجلسات
document-sources-paragraph = الفقرة
document-sources-key-point = النقطة الرئيسية
document-sources-session = الجلسة
document-sources-intro = تستند كل فقرة إلى النقاط الرئيسية المذكورة إلى جانبها. ولا يُذكر اسم المتحدث إلا حيث تسمح بذلك قاعدة الجلسة.
document-sources-none = لا نقطة رئيسية: من صياغة المحررين.
document-sources-quote = المحضر: «{ $quote }»
document-sources-recording = التسجيل { $n }، عند { $time }

document-imprint = هذه النسخة
document-imprint-version = { $version }، { $date }.
document-imprint-undated = { $version }.
document-imprint-final = نص مؤرخ { $date }.
document-imprint-hash = تبدأ بصمتها SHA-256 بـ { $hash }.
document-imprint-original = صدر الأصل { $language }.

document-title-missing = ليس للوثيقة عنوان؛ وتحمل خصائص الملف اسم الدورة بدلًا منه.
document-title-missing-hint = اكتب عنوانًا في رأس الوثيقة.
document-date-missing = ليس للوثيقة تاريخ.
document-date-missing-hint = حدِّد تاريخًا عند التصدير.
document-language-missing = لغة الوثيقة غير معروفة؛ وقد نُضّدت على أنها إنكليزية.
document-language-missing-hint = اختر لغة الوثيقة.
document-heading-empty = عنوان فرعي بلا نص.
document-heading-empty-hint = اكتب العنوان الفرعي أو احذفه.
document-note-empty = حاشية بلا نص.
document-note-empty-hint = اكتب الحاشية أو احذف إشارتها.
document-table-header-missing = الصف الأول من جدول، وهو الذي يسمّي الأعمدة، خالٍ.
document-table-header-missing-hint = اكتب في الصف الأول ما يرد في كل عمود.
document-alt-text-missing = صورة بلا وصف.
document-alt-text-missing-hint = صِف الصورة لمن لا يستطيع رؤيتها.
document-image-left-out = حُذفت صورة ووُضع وصفها مكانها.
document-image-left-out-hint = عبّر بالكلمات عما تبيّنه الصورة.
document-link-dropped = رابط لا يؤدي إلى صفحة ويب ولا إلى عنوان بريد؛ أُبقي نصه فقط: { $address }
document-link-dropped-hint = استعمل عنوانًا يبدأ بـ https:// أو mailto:.
document-glyph-missing = لا يوجد { $characters } ({ $codes }) في أي خط؛ ويظهر مكانه في ملف PDF: { $instead }
document-glyph-missing-hint = اكتبه بطريقة أخرى، أو اطلب من مشغّل الموقع تثبيت خط يحتويه.
document-glyph-left-out = لا يوجد { $characters } ({ $codes }) على الحرف السابق في أي خط؛ فيُحذف من ملف PDF.
document-glyph-left-out-hint = اكتبه بطريقة أخرى، أو اطلب من مشغّل الموقع تثبيت خط يحتويه.
document-id-doubled = لفقرتين المعرّف نفسه؛ وتؤدي الروابط إلى الأولى.
document-id-doubled-hint = لا حاجة إلى فعل شيء: يصلح ذلك أي تعديل لاحق للفقرة.
document-standard-missed = ملف PDF ليس ميسَّرا بالكامل: { $reason }
document-standard-missed-hint = أصلح ما ذُكر معه ثم صدِّر من جديد.

### What compiling and checking find.
outline-concept = نقطة رئيسية مأخوذة من المذكرة المفاهيمية للجلسة فقط، ولم يُسجَّل أن أحدًا قالها. لم تُدرج.
outline-concept-hint = ميّز في المحضر موضع قولها، أو استبعدها.
outline-statement-missing = نقطة رئيسية بلا صياغة. لم تُدرج.
outline-statement-missing-hint = اكتب صياغتها في محضر الجلسة.
outline-session-after = تبدأ «{ $session }» بعد الاجتماع. لم تُدرج نقطتها الرئيسية.
outline-session-after-hint = احتفظ بها للدورة المقبلة، أو صحّح تاريخ الجلسة.
outline-name-told = تذكر جملة اسم شخص من جلسة عُقدت وفق قاعدة تشاتام هاوس: «{ $name }».
outline-name-told-hint = احذف الاسم من الجملة.
outline-name-perhaps = قد تذكر جملة اسم شخص من جلسة عُقدت وفق قاعدة تشاتام هاوس: فيها الكلمة «{ $name }».
outline-name-perhaps-hint = أعد قراءتها، واحذف الكلمة إن كانت هي الاسم.
outline-other-language = صياغة بلغة غير لغة الوثيقة.
outline-other-language-hint = ترجمها في الوثيقة.
outline-passage-gone = المقطع الذي مُيّزت فيه نقطة رئيسية لم يعد في المحضر.
outline-passage-gone-hint = تحقّق من أن النقطة الرئيسية ما زالت صحيحة.
outline-reworded = تغيّرت صياغة هذه النقطة الرئيسية بعد قبولها. المقبولة: «{ $accepted }» الآن: «{ $now }»
outline-reworded-hint = تأخذ الوثيقة بالصياغة المقبولة. راجع الجديدة على اللوحة: اقبلها أو استبعد النقطة الرئيسية.
outline-overtaken = تغيّر محضر هذه النقطة الرئيسية بعد أن صحّحها محرر. في الوثيقة: «{ $accepted }»
outline-overtaken-hint = قارن بين الصياغتين على اللوحة: أبقِ التصحيح، أو خذ بكلمات المحضر.
outline-views-differed = اختلفت الآراء في هذه النقطة. وهي منفصلة عمّا اتُّفق عليه.
outline-views-differed-hint = اذكر في الفقرة وجه الاختلاف، أو استبعد النقطة الرئيسية.
outline-further = لا تنتمي بعض النقاط الرئيسية إلى أي مجموعة. وهي تحت عنوان خاص بها.
outline-further-hint = اختر لها جهة مخاطَبة أو موضوعًا في المحضر.
outline-session-unknown = لا توجد جلسة { $session } في هذه الدورة.
outline-session-unknown-hint = اختر جلسة من البرنامج.
outline-messages-count = { $count ->
    [zero] ليس لجلسة «{ $session }» رسائل
    [one] لجلسة «{ $session }» رسالة واحدة
    [two] لجلسة «{ $session }» رسالتان
    [few] لجلسة «{ $session }» { $count } رسائل
    [many] لجلسة «{ $session }» { $count } رسالة
   *[other] لجلسة «{ $session }» { $count } رسالة
}؛ والمعتاد من ثلاث إلى خمس.
outline-messages-count-hint = اقبل مزيدًا من نقاطها الرئيسية، أو استبعد بعضها.
check-unused = لا تستند أي فقرة إلى هذه النقطة الرئيسية المقبولة.
check-unused-hint = أدرجها في الوثيقة، أو استبعدها مع ذكر السبب.
check-without-source = لا تستند هذه الفقرة إلى أي نقطة رئيسية.
check-without-source-hint = ابحث عن نقطة رئيسية تدعمها، أو احذف الفقرة.
check-empty = الفقرة { $number } فارغة: لا يظهر في الملفات إلا رقمها.
check-empty-item = بند في قائمة فارغ: لا تُظهر الملفات سوى «{ $number }».
check-empty-hint = اكتبها أو احذفها.
check-source-changed = أُعيدت صياغة نقطة رئيسية تستند إليها هذه الفقرة.
check-source-changed-hint = قارن الفقرة بها. ولأخذ صياغتها الجديدة، احذف الفقرة وأدرج النقطة الرئيسية من جديد.
check-session-gap = ليس لجلسة «{ $session }» أي نقطة رئيسية.
check-session-gap-hint = اسأل مقرّر الجلسة.
check-theme-gap = لا تنتمي أي نقطة رئيسية إلى موضوع «{ $theme }».
check-theme-gap-hint = لا شيء مطلوب إن لم يُتطرّق إليه.
check-region-gap = لا ترد أي نقطة رئيسية من منطقة «{ $region }».
check-region-gap-hint = لا شيء مطلوب إن لم تترك جلساتها أي نقطة.
check-session-left-out = ليست «{ $session }» جزءًا من هذه الوثيقة: فهي بعد الاجتماع، أو لا يُعرف تاريخها.
check-session-left-out-hint = أدخل تاريخها إن كانت قد عُقدت قبله.
check-source-gone = تستند هذه الفقرة إلى نقطة رئيسية لم تعد موجودة.
check-source-gone-hint = قارن الفقرة بالمحضر.
check-source-names = كلمات المصدر المحفوظة مع هذه الفقرة تذكر اسم شخص من جلسة عُقدت وفق قاعدة تشاتام هاوس: «{ $name }».
check-source-perhaps-names = كلمات المصدر المحفوظة مع هذه الفقرة قد تذكر اسم شخص من جلسة عُقدت وفق قاعدة تشاتام هاوس: فيها الكلمة «{ $name }».
check-source-names-hint = احذف الفقرة وأدرج نقطتها الرئيسية من جديد بصياغة لا تذكر أحدًا، فتُترك كلمات المحضر.
check-concept-used = تستند هذه الفقرة إلى مذكرة مفاهيمية: لم يُسجَّل أن أحدًا قال ذلك.
check-concept-used-hint = ميّز في المحضر موضع قوله، أو احذف الفقرة.
check-not-accepted = تستند هذه الفقرة إلى نقطة رئيسية غير مقبولة.
check-not-accepted-hint = اقبل النقطة الرئيسية، أو احذف الفقرة.
check-doubled = لنقطة رئيسية في محضر «{ $session }» المعرّف نفسه الذي لنقطة في محضر «{ $first }».
check-doubled-hint = إحداهما نسخة من الأخرى. قرّر في كل منهما على حدة، واحذف من محضرها النقطة التي ليس هذا مكانها.
