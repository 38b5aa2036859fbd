### Rapporteur, français. Les clés sont celles de en.ftl. L’espace avant : ; ? ! est une espace fine insécable.

## Partout

common-close = Fermer
common-cancel = Annuler
common-done = Terminé
common-save = Enregistrer
common-more = Plus
common-loading = Chargement…
common-try-again = Réessayer
common-not-recorded = Non consigné
common-session = Séance
common-theme = Thème
common-addressee = Destinataire
common-themes = Thèmes
common-language = Langue
common-reason = Motif
common-confirm = Confirmer
common-reopen = Rouvrir
common-all-sessions = Toutes les séances
common-go-paragraph = Aller au paragraphe
common-preamble = Préambule
common-recording = Enregistrement
common-remark = Remarque

## Barre du haut, menu personnel, palette

nav-skip = Aller au contenu
nav-brand = Rapporteur, vue d’ensemble
nav-label = Pages de l’édition
nav-editions = Éditions
nav-edition-switch = { $edition }, changer d’édition
nav-overview = Vue d’ensemble
nav-sessions = Séances
nav-key-points = Points clés
nav-document = Document
nav-export = Export
nav-find = Rechercher
palette-title = Aller à
palette-placeholder = Nom d’une séance ou d’une page
palette-results = Résultats
palette-page = Page
palette-none = Rien ne porte ce nom.
person-menu = Vos réglages
person-theme = Couleurs
person-theme-light = Claires
person-theme-dark = Sombres
person-theme-system = Comme sur cet appareil
person-density = Taille du texte
person-density-compact = Compacte
person-density-comfortable = Confortable
person-sign-out = Se déconnecter
role-coordinator = coordination
role-rapporteur = rapporteur
role-moderator = modération
role-editor = rédaction
role-translator = traduction
role-reviewer = relecture
role-staff = secrétariat
role-reader = lecture

## Réseau, nouvelle version

network-none = Pas de réseau
network-no-server = Le serveur est injoignable
network-keep-working = Vous pouvez continuer à écrire : tout reste sur cet appareil et sera envoyé au retour du réseau.
kept-answers = Données gardées sur cet appareil
kept-answers-since = Ces listes et ces données ont été chargées le { $time } ; elles peuvent être dépassées.
kept-answers-old = Ces listes et ces données ont été chargées plus tôt ; elles peuvent être dépassées.
update-waits = Une version plus récente de cette page est disponible.
update-take = Charger maintenant

## Ce qui a échoué

failure-not-found-title = Cette page n’existe pas
failure-not-found-text = Elle a peut-être été déplacée, ou vous n’y avez pas accès. Ce que vous avez écrit est en sécurité.
failure-go-home = Aller à la vue d’ensemble
failure-no-edition-title = Pas encore d’édition
failure-no-edition-text = La connexion a réussi, mais aucune édition ne vous est ouverte. Adressez-vous à la coordination de votre volet.
sign-out-failed = La déconnexion n’a pas eu lieu
sign-out-failed-text = La prochaine personne qui ouvrira ce navigateur y travaillera sous votre nom. Déconnectez-vous de nouveau une fois le réseau revenu.
sign-out-unsent = Une partie de ce que vous avez saisi n’est pas encore sur le serveur
sign-out-unsent-text = { $count ->
    [one] Un texte contient des mots qui ne sont que sur cet appareil.
    [many] { $count } de textes contiennent des mots qui ne sont que sur cet appareil.
   *[other] { $count } textes contiennent des mots qui ne sont que sur cet appareil.
}
sign-out-unsent-after = Ils restent ici sous votre nom et seront envoyés quand vous vous connecterez de nouveau sur cet appareil. Si cet appareil n’est pas le vôtre, attendez qu’ils soient sur le serveur.
sign-out-sent = Tout ce que vous avez saisi est sur le serveur
sign-out-sent-text = Plus aucun mot ne se trouve que sur cet appareil.
sign-out-anyway = Se déconnecter quand même
kept-title = Cet appareil garde des mots qui ne sont pas sur le serveur
kept-text = Si le texte auquel ils appartiennent ne s’ouvre plus, téléchargez-les et remettez-les à la coordination.
kept-unread = { $count ->
    [one] Un texte n’a pas pu être lu en entier sur cet appareil. N’effacez pas les données de ce navigateur et rouvrez cette page plus tard.
    [many] { $count } de textes n’ont pas pu être lus en entier sur cet appareil. N’effacez pas les données de ce navigateur et rouvrez cette page plus tard.
   *[other] { $count } textes n’ont pas pu être lus en entier sur cet appareil. N’effacez pas les données de ce navigateur et rouvrez cette page plus tard.
}
kept-file-notes = Notes : { $title }
kept-file-document = Document final : { $title }
kept-file-words = Mots gardés sur cet appareil
kept-file-time = État sur cet appareil le { $time }. Le serveur n’a peut-être pas tout.
kept-file-footnotes = Notes de bas de page
kept-file-footnotes-gone = Notes de bas de page dont l’appel ne figure plus dans le texte
kept-file-no-statement = Sans énoncé
kept-file-quote = Citation : { $quote }
kept-file-themes = Thèmes : { $themes }
kept-file-addressee = Adressé à : { $addressee }
kept-file-kind = Nature : { $word }
kept-file-stance = Position : { $word }
kept-file-recording = À l’appui : enregistrement { $number }, à { $time }
kept-file-link = À l’appui : { $address }
kept-file-speaker = Dit par : { $name }
kept-file-loose = Mots dont on ignore la place dans le texte
# Noms de fichiers.
kept-file-name-notes = Notes - { $title } - { $date }
kept-file-name-document = Document final - { $title } - { $date }
kept-file-name-words = Mots gardés - { $date }
failure-signed-out-title = Votre connexion a pris fin
failure-signed-out-text = Ce que vous avez saisi sur cet appareil y est toujours. Tout sera envoyé quand vous vous reconnecterez.
failure-no-access-title = Vous n’avez plus accès à cette édition
failure-no-access-text = Ce que vous avez saisi sur cet appareil y est toujours. Adressez-vous à la coordination de votre volet.
failure-crash-title = Cette page n’a pas pu être affichée
failure-crash-text = Ce que vous avez écrit est en sécurité. Réessayez ; si cela persiste, transmettez à la coordination ce qui est écrit ici.
failure-offline-title = Pas encore sur cet appareil
failure-offline-text = Cette page n’a jamais été ouverte sur cet appareil : il lui faut le réseau une première fois.
error-unreachable = Le serveur est injoignable.
error-key-point-not-insertable = Ce point clé ne peut pas entrer tel quel dans le document. Donnez-lui un énoncé qui ne nomme personne, ou écartez-le.
error-unknown = Le serveur n’a pas pu exécuter cette action ({ $code }).
error-page-failed = Une partie de cette page a rencontré une erreur ({ $name }). Rechargez la page.
error-signed-out = Votre connexion a pris fin.
error-not-found = Cela n’existe pas, ou vous n’y avez pas accès.
error-forbidden = Votre rôle ne le permet pas.
error-internal = Une erreur s’est produite sur le serveur. Rien n’a été modifié.
error-not-saved = Le serveur n’a pas pu l’enregistrer. Rien n’y a été modifié.
error-body-invalid = Le serveur n’a pas pu lire la demande. Rechargez la page.
error-method-not-allowed = Le serveur ne permet pas cette opération ici. Rechargez la page.
error-sign-in-link-expired = Ce lien a expiré
error-sign-in-link-used = Ce lien a déjà été utilisé
error-sign-in-link-unknown = Ce lien ne fonctionne pas
error-too-many-requests = Trop de demandes. Attendez quelques minutes, puis réessayez.
error-busy = Le serveur est occupé par d’autres demandes. Réessayez dans un instant.
error-exports-full = Le fichier n’a pas été conservé : vos fichiers occupent tout l’espace prévu sur ce site. Demandez à la personne qui l’administre de faire de la place.
error-pages-too-many = Le document est trop long pour être affiché ici page par page. Téléchargez-le.
error-statement-missing = Ce point clé n’a pas encore d’énoncé. Rédigez-le dans les notes de la séance, puis acceptez-le.
error-key-point-doubled = Les notes de plusieurs séances contiennent un point clé de cet identifiant. Indiquez la séance voulue.
error-reason-needed = Il faut un motif.
error-key-points-too-many = C’est trop à la fois. Choisissez au plus { $most } points clés.
error-speaker-not-named = Sous la règle de Chatham House, personne n’est nommé. Ne dites pas qui l’a dit.
error-changed-meanwhile = Quelqu’un l’a modifié entre-temps. Relisez, puis décidez.
error-decision-not-possible = L’état de ce point clé ne permet pas cette décision.
error-session-step-not-possible = L’état de la séance ne permet pas cette étape.
error-other-site = La demande ne vient pas de cette page. Rechargez la page.
error-draft-has-text = Des personnes ont écrit dans le document : il n’a pas été remplacé.
error-document-busy = D’autres personnes écrivent dans le document en ce moment. Réessayez.
error-language-unknown = Cette langue n’est pas une langue du volet.
error-format-unknown = Ce format est inconnu.
error-date-unknown = Ce n’est pas une date. Écrivez l’année, le mois et le jour, par exemple 2023-10-09.
error-group-unknown = Les paragraphes ne peuvent pas être regroupés ainsi.
error-paper-unknown = Ce format de papier est inconnu.

## Connexion

sign-in-title = Connexion
sign-in-email = Adresse électronique
sign-in-email-hint = Vous vous connectez avec un lien qui sert une seule fois. Aucun mot de passe n’est nécessaire.
sign-in-email-wrong = Écrivez une adresse telle que nom@example.org.
sign-in-send = Demander un lien
sign-in-sending = Demande en cours…
sign-in-not-sent = Aucun lien n’a été créé
sign-in-new = Première visite ? La coordination de votre volet vous invite.
sign-in-sent-title = Votre lien est dans le journal du serveur
sign-in-sent-text = Aucun courriel n’est envoyé. Si { $email } est une adresse connue ici, la personne qui gère ce serveur trouve votre lien de connexion dans son journal : demandez-le-lui.
sign-in-sent-hint = Ouvrez le lien sur cet appareil. Il ne sert qu’une fois et peu de temps.
sign-in-other-address = Utiliser une autre adresse
sign-in-link-title = Se connecter ?
sign-in-link-text = Vous avez ouvert un lien de connexion. Continuez pour vous connecter sur cet appareil.
sign-in-link-account = Ce lien vous connecte sur cet appareil en tant que { $name } ({ $email }). Si ce n’est pas vous, fermez cette page.
sign-in-link-continue = Continuer
sign-in-link-busy = Connexion…
sign-in-link-hint = Le lien n’est utilisé que lorsque vous appuyez sur ce bouton.
sign-in-failed-text = La connexion n’a pas eu lieu. Ce que vous avez saisi sur cet appareil y est toujours.
sign-in-new-link = Demander un nouveau lien
sign-in-already = Vous travaillez sous le nom de { $name }.
sign-in-enter = Ouvrir l’espace de travail
sign-in-as-other = Se connecter sous un autre nom

## Séances

session-state-planned = Prévue
session-state-assigned = Attribuée
session-state-live = En cours
session-state-submitted = Remise
session-state-confirmed = Confirmée
session-state-locked = Verrouillée
session-kind-session = Séance
session-kind-roundtable = Table ronde
session-kind-regional = Régionale
session-kind-closing = Clôture
session-numbered = { $kind ->
    [roundtable] Table ronde { $number }
    [regional] Régionale { $number }
    [closing] Clôture { $number }
   *[session] Séance { $number }
}
session-untitled = Titre non publié
session-untitled-at = { $event } : titre non publié
session-listed = { $name } : { $title }
session-no-date = Date non fixée
session-when = { $day }, { $hours }
session-when-zone = { $day }, { $hours } ({ $zone })
time-on-both-clocks = { $time } · { $own } chez vous
session-attribution-named = Propos attribués
session-attribution-chatham-house = Règle de Chatham House
sessions-count = { $count ->
    [one] { $count } séance
    [many] { $count } de séances
   *[other] { $count } séances
}
sessions-without = { $count ->
    [one] { $count } sans point clé
    [many] { $count } sans point clé
   *[other] { $count } sans point clé
}
sessions-empty = Pas encore de séance dans cette édition
sessions-empty-hint = La coordination importe le programme ; les séances apparaissent ensuite ici par ordre chronologique.
sessions-yours = À vous d’écrire
sessions-rapporteurs = Rapporteur : { $names }
sessions-no-rapporteur = Aucun rapporteur désigné
sessions-key-points = { $count ->
    [one] { $count } point clé
    [many] { $count } de points clés
   *[other] { $count } points clés
}
sessions-characters = Notes : { $count } caractères

## Vue d’ensemble

overview-time-zone = Heure locale : { $zone }
overview-decided = { $decided } points clés tranchés sur { $all }
overview-programme = Programme
overview-open-document = Ouvrir le document
overview-times-not-set = Heures non fixées
overview-time-not-set = Heure non fixée
overview-now = Maintenant { $time }
overview-no-notes = Pas encore de notes
overview-no-key-point = Pas encore de point clé
overview-not-counted = { $count ->
    [one] { $count } écarté ou fusionné
    [many] { $count } d’écartés ou de fusionnés
   *[other] { $count } écartés ou fusionnés
}
coverage-title = Couverture
coverage-explained = points clés par séance et par thème
coverage-gaps = { $count ->
    [one] { $count } lacune avant publication
    [many] { $count } de lacunes avant publication
   *[other] { $count } lacunes avant publication
}
coverage-no-gaps = Aucune lacune
coverage-empty = Pas encore de séance à compter
coverage-all = Total
coverage-none = aucun
coverage-cell = { $count ->
    [one] { $count } point clé, { $theme }, { $session }
    [many] { $count } de points clés, { $theme }, { $session }
   *[other] { $count } points clés, { $theme }, { $session }
}
coverage-regions = { $count ->
    [one] Région sans point clé : { $regions }
    [many] Régions sans point clé : { $regions }
   *[other] Régions sans point clé : { $regions }
}
coverage-not-counted = { $count ->
    [one] { $count } autre figure au tableau : écarté, fusionné, disparu des notes ou issu d’une séance hors du document.
    [many] { $count } d’autres figurent au tableau : écartés, fusionnés, disparus des notes ou issus d’une séance hors du document.
   *[other] { $count } autres figurent au tableau : écartés, fusionnés, disparus des notes ou issus d’une séance hors du document.
}
deadlines-title = Échéances
deadlines-none = Aucune échéance n’est fixée.
deadlines-overdue = En retard de { $amount }
deadlines-left = Encore { $amount }
deadlines-opens = Ouvre dans { $amount }
deadlines-due = Échéance : { $time }
deadlines-days = { $count ->
    [one] { $count } jour
    [many] { $count } de jours
   *[other] { $count } jours
}
deadlines-hours = { $hours } h { $minutes } min
deadlines-minutes = { $count } min

## Points clés

key-point-state-captured = Relevé
key-point-state-confirmed = Confirmé
key-point-state-accepted = Accepté
key-point-state-used = Utilisé
key-point-state-merged = Fusionné
key-point-state-set-aside = Écarté
key-point-kind-call-to-action = Appel à l’action
key-point-kind-observation = Constat
key-point-kind-unsaid = Non précisé
key-point-stance-convergence = Convergence
key-point-stance-divergence = Divergence
key-point-stance-proposal = Proposition
key-point-stance-unsaid = Non précisée
key-point-basis-concept = Tiré de la note de cadrage, non prononcé
key-point-passage-gone = Son passage ne figure plus dans les notes
key-point-no-statement = Pas encore d’énoncé
key-point-doubled = Son identifiant figure aussi dans d’autres notes
key-point-doubled-text = Les notes de { $sessions } contiennent un point clé du même identifiant : l’un est la copie de l’autre. Décidez de chacun séparément, et retirez de ses notes celui qui n’y a pas sa place.
key-point-reworded-since = { $state }, reformulé depuis
key-point-reworded = Reformulé depuis la décision
key-point-reworded-text = La décision vaut pour les mots qui ont été lus. Le projet les reprend, tant que la rédaction n’a pas examiné les nouveaux.
key-point-reworded-seen = Mots examinés
key-point-reworded-now = Mots des notes à présent
key-point-corrected = Corrigé par { $name }
key-point-noted = Dans les notes
key-point-noted-then = Dans les notes au moment de la correction
key-point-noted-now = Dans les notes à présent
key-point-noted-fact = Dans les notes, { $name } : { $words }
key-point-overtaken = Les notes ont été reformulées depuis la correction
key-point-keep-correction = Garder la correction
key-point-use-notes = Reprendre les mots des notes
key-point-no-theme = Pas encore de thème
key-point-no-addressee = Pas encore de destinataire

## Tableau

board-count = { $count ->
    [one] { $count } point clé
    [many] { $count } de points clés
   *[other] { $count } points clés
} · { $sessions ->
    [one] { $sessions } séance
    [many] { $sessions } de séances
   *[other] { $sessions } séances
} · { $undecided } à trancher
board-states = État
board-all = Tous
board-filters = Filtres
board-filter-text = Chercher dans les énoncés
board-any-theme = Tous les thèmes
board-any-addressee = Tous les destinataires
board-clear = Effacer les filtres
board-empty-hint = Les rapporteurs les marquent dans les notes des séances ; ils apparaissent ici d’eux-mêmes.
board-no-match = Aucun point clé ne correspond
board-no-match-hint = Retirez un filtre pour en voir davantage.
board-accept-confirmed = { $count ->
    [one] Accepter { $count } point confirmé
    [many] Accepter les { $count } de points confirmés
   *[other] Accepter les { $count } points confirmés
}
board-hint-captured = à confirmer avec la modération, ou à trancher maintenant
board-hint-confirmed = en attente de la rédaction
board-hint-accepted = prêts pour le document
board-hint-accepted-concept = { $ready ->
    [one] { $ready } prêt pour le document
    [many] { $ready } prêts pour le document
   *[other] { $ready } prêts pour le document
} · { $concept ->
    [one] { $concept } d’une note de cadrage n’y entre pas
    [many] { $concept } de notes de cadrage n’y entrent pas
   *[other] { $concept } de notes de cadrage n’y entrent pas
}
board-hint-used = dans le document
board-hint-merged = fusionnés avec un autre point clé
board-hint-set-aside = chacun avec son motif
detail-title = Point clé
detail-none = Choisissez un point clé pour voir sa source et décider.
detail-none-reader = Choisissez un point clé pour voir sa source et ce qu’il est devenu.
detail-keys = Flèches : choisir · A : accepter · S : écarter · C : corriger · X : sélectionner · E : ouvrir dans les notes
detail-place = { $at } sur { $of }
detail-previous = Point clé précédent
detail-next = Point clé suivant
detail-source = Source dans les notes
detail-source-in = Source dans les notes : { $session }
detail-open-notes = Ouvrir dans les notes
detail-marked-by = Marqué par
detail-by-at = { $name }, { $time }
detail-speaker = Dit par
detail-evidence = À l’appui
detail-recording = Enregistrement à { $time }
detail-kind = Nature
detail-stance = Position
detail-decided-by = Tranché par
detail-used-in = Utilisé dans
detail-go-messages = Aller aux messages
detail-concept-title = Tiré de la note de cadrage
detail-concept-text = Personne ne l’a dit. Il n’entre jamais dans le document comme un propos tenu.
detail-gone-text = Les mots ont été supprimés des notes. La citation ci-dessous les reproduit.
detail-quote-names = Ses mots dans les notes nomment quelqu’un. Ils ne figurent que là.
detail-accept = Accepter
detail-before-accept = Avant de l’accepter
detail-no-theme = Il n’indique aucun thème : la couverture ne le compte sous aucun.
detail-no-addressee = Il n’indique aucun destinataire : il ira sous « Autres points ».
detail-no-kind = Personne n’a précisé si c’est un appel à l’action.
detail-no-stance = Personne n’a précisé la position de la salle ; le projet le traite comme non contesté.
detail-accept-reworded = Accepter les nouveaux mots
detail-confirm-reworded = Confirmer les nouveaux mots
detail-set-aside = Écarter…
detail-correct = Corriger…
correct-hint = Les notes restent telles quelles. Le tableau et le document reprennent ce qui est écrit ici.
correct-hint-used = Les notes restent telles quelles, de même que le paragraphe qui figure déjà dans le document. Le tableau reprend ce qui est écrit ici.
correct-missing = Écrivez un énoncé, ou reprenez les mots des notes.
correct-nobody-named = Sous la règle de Chatham House, personne n’est nommé.
correct-meanwhile = Quelqu’un a modifié ce point pendant que vous écriviez. Votre saisie est toujours là.
correct-meanwhile-seen = J’ai vu, garder ma version
correct-not-saved = Rien n’a été enregistré
correct-leave-title = Quitter cette correction ?
correct-leave-text = Votre saisie n’est pas enregistrée.
correct-stay = Continuer à écrire
correct-leave = Quitter sans enregistrer
detail-not-decided = La décision n’a pas été prise
board-meanwhile-by = { $name } a tranché entre-temps. L’état est maintenant : { $state }.
board-meanwhile = Ce point a changé entre-temps. L’état est maintenant : { $state }.
board-done = { $state } : « { $statement } »
board-done-several = { $count ->
    [one] { $state } : { $count } point clé
    [many] { $state } : { $count } de points clés
   *[other] { $state } : { $count } points clés
}
board-left-out = { $count ->
    [one] { $count } point clé a été laissé de côté, car il avait changé. Revoyez-le.
    [many] { $count } de points clés ont été laissés de côté, car ils avaient changé. Revoyez-les.
   *[other] { $count } points clés ont été laissés de côté, car ils avaient changé. Revoyez-les.
}
board-corrected = Corrigé
board-choose = Sélectionner : { $statement }
board-choose-all = { $count ->
    [one] Sélectionner le point affiché
    [many] Sélectionner les { $count } de points affichés
   *[other] Sélectionner les { $count } points affichés
}
board-choose-none = Tout désélectionner
board-chosen = { $count ->
    [one] { $count } sélectionné
    [many] { $count } de sélectionnés
   *[other] { $count } sélectionnés
}
board-accept-chosen = Accepter ({ $count })
board-set-aside-chosen = Écarter ({ $count })…
set-aside-title = { $count ->
    [one] Écarter ce point clé ?
    [many] Écarter { $count } de points clés ?
   *[other] Écarter { $count } points clés ?
}
set-aside-hint = Une phrase ; elle est conservée.
set-aside-reason-missing = Écrivez une phrase ; elle est conservée.
set-aside-do = Écarter

## Écriture : barre d’outils, menu « / », liens, notes de bas de page

writing-toolbar = Mise en forme
writing-undo = Annuler
writing-redo = Rétablir
writing-bold = Gras
writing-italic = Italique
writing-bullets = Liste à puces
writing-numbers = Liste numérotée
writing-indent = Augmenter le retrait
writing-outdent = Diminuer le retrait
writing-move-up = Monter le paragraphe
writing-move-down = Descendre le paragraphe
writing-link = Lien
writing-footnote = Note de bas de page
writing-more = Plus de mise en forme
writing-mark-key-point = Marquer comme point clé
writing-block = Type de paragraphe
writing-block-now = Type de paragraphe : { $block }
writing-block-paragraph = Texte
writing-block-heading-1 = Titre 1
writing-block-heading-2 = Titre 2
writing-block-heading-3 = Titre 3
writing-block-quote = Citation
writing-block-operative = Paragraphe du dispositif
writing-block-preambular = Paragraphe du préambule
writing-block-group = Titre de groupe
writing-block-theme = Titre de thème
writing-block-voice = Formule d’ouverture
writing-block-title = Titre
writing-block-subtitle = Sous-titre
writing-block-fact-place = Lieu et dates
writing-block-fact-organisers = Organisateurs
writing-block-fact-status = Statut
writing-block-annex = Annexe
writing-slash = Insérer
writing-link-add = Ajouter un lien
writing-link-change = Modifier le lien
writing-link-remove = Retirer le lien
writing-link-address = Adresse
writing-link-wrong = Écrivez une adresse telle que https://example.org.
writing-footnote-text = Texte de la note de bas de page
writing-footnote-number = Note de bas de page { $number }
writing-table = Tableau
writing-placeholder-notes = Notez ce qui se dit. Tapez / pour un titre ou une liste ; Ctrl Alt K marque les mots sélectionnés comme point clé.
writing-placeholder-touch = Notez ce qui se dit. Pour marquer un point clé, sélectionnez ses mots et touchez « Marquer comme point clé ».
writing-placeholder-document = Le document est vide.
writing-leaving = Dans une liste, Tab augmente le retrait et Maj+Tab le diminue. Pour quitter le texte, appuyez sur Échap, puis sur Tab.
writing-text-notes = Notes : { $session }
writing-text-document = Texte : { $title }
writing-images-dropped = { $count ->
    [one] { $count } image a été laissée de côté : ce texte n’admet pas d’images.
    [many] { $count } d’images ont été laissées de côté : ce texte n’admet pas d’images.
   *[other] { $count } images ont été laissées de côté : ce texte n’admet pas d’images.
}
writing-nothing-selected = Sélectionnez d’abord les mots, puis marquez-les.
writing-reading-only = Vous pouvez suivre ce texte pendant qu’il s’écrit. Votre rôle ne permet pas de le modifier.
writing-session-locked = Cette séance est verrouillée. Ses notes ne peuvent plus être modifiées.
writing-session-handed-in = Ces notes ont été remises. Pour continuer à écrire, demandez à la modération ou à la rédaction de les rouvrir.
writing-ended = Vous ne pouvez plus écrire ici
writing-not-taken = Le serveur n’a pas pris ce que vous avez saisi en dernier. Cela reste sur cet appareil et sera envoyé si vous pouvez de nouveau écrire ici. Par sécurité, téléchargez-le.
writing-not-confirmed = Ce que vous avez saisi est sur cet appareil. Laissez cette page ouverte ; par sécurité, téléchargez-le.
writing-opening = Ouverture du texte…
writing-missing-title = Ce texte n’est pas sur cet appareil
writing-missing-text = Il n’a jamais été ouvert ici, et le serveur est injoignable. Il s’ouvrira de lui-même au retour du réseau.
writing-no-access-title = Vous n’avez pas accès à ce texte
writing-no-access-text = Vous n’y avez pas accès sur le serveur, et cet appareil n’en garde pas de copie. Adressez-vous à la coordination de votre volet.
writing-failed-title = Le texte n’a pas pu être ouvert

## Chercher dans un texte

find-open = Chercher dans le texte
find-words = Mots à chercher
find-previous = Résultat précédent
find-next = Résultat suivant
find-none = Aucun résultat
find-count = { $at } sur { $count }
find-said = { $count ->
    [one] { $at } sur { $count } résultat
    [many] { $at } sur { $count } de résultats
   *[other] { $at } sur { $count } résultats
}
find-table = Tableau { $number }
find-open-footnote = Ouvrir la note de bas de page

## Ligne d’état : ce qui est sur cet appareil, ce qui est sur le serveur

status-label = État de ce que vous avez écrit
status-device-everything = Sur cet appareil : tout
status-device-not-saved = Sur cet appareil : non enregistré, le disque est peut-être plein
status-device-writing = Sur cet appareil : enregistrement en cours
status-server-signed-out = Votre connexion a pris fin : ce que vous saisissez reste sur cet appareil
status-server-crowded = Le serveur n’accepte plus de connexions. Fermez les pages dont vous n’avez pas besoin ; ce que vous saisissez reste sur cet appareil.
status-server-everything = Sur le serveur : tout
status-server-everything-at = Sur le serveur : tout, { $time }
status-server-went-back = Le serveur est revenu à un état antérieur. Il est remis à jour depuis cet appareil.
status-server-caught-up = Le serveur était revenu à un état antérieur ; il est de nouveau à jour.
status-server-up-to = { $day ->
    [today] Sur le serveur : tout jusqu’à { $time }
   *[another] Sur le serveur : tout jusqu’au { $time }
}
status-server-nothing-yet = Sur le serveur : pas encore
status-server-unknown = Le serveur n’a pas encore répondu
status-server-refused = Le serveur a refusé ce que vous avez saisi : vous n’avez peut-être plus le droit d’écrire ici
status-server-not-saved = Non enregistré sur le serveur : il ne confirme pas ce que vous avez saisi
status-server-reading = Tel qu’il est sur le serveur
status-server-seen = { $day ->
    [today] Tel qu’il était sur le serveur à { $time }
   *[another] Tel qu’il était sur le serveur le { $time }
}
status-waiting = { $count ->
    [one] { $count } modification en attente
    [many] { $count } de modifications en attente
   *[other] { $count } modifications en attente
}
status-offline-since = { $day ->
    [today] Aucune nouvelle du serveur depuis { $time }.
   *[another] Aucune nouvelle du serveur depuis le { $time }.
}
status-next-try = { $count ->
    [0] Tentative en cours.
    [one] Prochain essai dans { $count } s.
    [many] Prochain essai dans { $count } s.
   *[other] Prochain essai dans { $count } s.
}
status-try-now = Essayer maintenant
status-download = Télécharger ce que vous avez saisi

## Notes d’une séance

notes-submit = Remettre les notes…
notes-submit-title = Remettre les notes ?
notes-submit-text = La modération sera invitée à confirmer les points clés. Personne ne pourra plus écrire dans les notes tant qu’elles ne seront pas rouvertes.
notes-submit-do = Remettre
notes-unsent = { $count ->
    [one] { $count } modification n’est pas encore sur le serveur. Elle sera envoyée d’abord.
    [many] { $count } de modifications ne sont pas encore sur le serveur. Elles seront envoyées d’abord.
   *[other] { $count } modifications ne sont pas encore sur le serveur. Elles seront envoyées d’abord.
}
notes-unsent-away = { $count ->
    [one] { $count } modification n’est pas encore sur le serveur, et le serveur est injoignable. Les notes pourront être remises dès qu’il répondra.
    [many] { $count } de modifications ne sont pas encore sur le serveur, et le serveur est injoignable. Les notes pourront être remises dès qu’il répondra.
   *[other] { $count } modifications ne sont pas encore sur le serveur, et le serveur est injoignable. Les notes pourront être remises dès qu’il répondra.
}
notes-confirm = Confirmer les points clés…
notes-confirm-title = Confirmer les points clés de cette séance ?
notes-confirm-text = { $count ->
    [one] { $count } point clé sera confirmé comme ayant été dit pendant la séance. La rédaction en décidera ensuite.
    [many] { $count } de points clés seront confirmés comme ayant été dits pendant la séance. La rédaction en décidera ensuite.
   *[other] { $count } points clés seront confirmés comme ayant été dits pendant la séance. La rédaction en décidera ensuite.
}
notes-not-moved = L’état de la séance n’a pas changé
notes-too-many-points = Seuls les { $most } premiers points clés de ces notes figurent sur la page « Points clés »
notes-too-many-points-text = Les autres restent dans les notes. Retirez les marques dont personne n’a besoin.
facts-questions = Questions de politique publique
facts-people = Intervenants
facts-no-people = Aucun intervenant n’est consigné pour cette séance.
facts-moderator = Modération
facts-remote = En ligne
facts-named = Les intervenants peuvent être nommés.
facts-chatham-house = On peut utiliser ce qui est dit, mais pas dire par qui. Ne nommez personne dans les notes.
facts-no-recording = Aucun enregistrement indiqué.
facts-recording-open = Ouvrir l’enregistrement { $number }
facts-rapporteurs = Rapporteurs
facts-links = Liens
points-order = Dans l’ordre du texte
points-empty = Pas encore de point clé
points-empty-hint = Sélectionnez une phrase des notes et cliquez sur « Marquer comme point clé ».
points-empty-reader = Les points clés apparaissent ici à mesure que les rapporteurs les marquent.
points-card = Point clé { $number }
points-open = Point clé { $number } : { $statement }
points-show = Montrer dans le texte
points-fold = Replier
points-move = Déplacer vers les mots sélectionnés
points-remove = Retirer ce point clé
points-remove-title = Retirer ce point clé ?
points-remove-state = { $state ->
    [confirmed] Il est confirmé.
    [accepted] Il est accepté.
    [merged] Il a été fusionné avec un autre.
    [set-aside] Il a été écarté.
   *[used] Il est utilisé dans le document.
}
points-remove-unused = Il disparaît des notes et de la liste des points clés, avec sa décision. Il n’entrera dans aucun avant-projet.
points-remove-used = Le document garde son paragraphe et cette source, et le point clé reste dans la liste. Il disparaît des notes, et personne ne peut plus en décider.
points-remove-do = Retirer
points-removed = Point clé retiré
points-gone-text = Ses mots ont été supprimés ou déplacés. L’énoncé est conservé. Sélectionnez des mots dans le texte et choisissez « Déplacer vers les mots sélectionnés », ou laissez-le ainsi. C’était :
points-statement = Énoncé pour le document
points-theme-add-label = Ajouter un thème
points-theme-add = Ajouter…
points-theme-remove = Retirer { $theme }
points-addressee = Adressé à
points-no-speaker = Aucun nom
points-marked-by = Marqué par { $name }
points-not-sent = Sur cet appareil seulement, pour l’instant
points-evidence-none = Rien
points-evidence-recording-numbered = Enregistrement { $number }
points-evidence-time = Temps dans l’enregistrement
points-evidence-time-wrong = Écrivez un temps tel que 00:16:20.
points-evidence-unsaved = Pièce à l’appui pas encore enregistrée
points-evidence-now = Maintenant ({ $time })

## Document final

output-state-outline = Plan
output-state-zero-draft = Avant-projet
output-state-revision = Révision
output-state-in-review = En examen
output-state-final = Final
output-state-published = Publié
output-state-archived = Archivé
output-title = Document final
output-compiled-at = Avant-projet établi le { $time }
output-none-title = Pas encore de document final
output-none-text = Un avant-projet peut être établi à partir des points clés acceptés à tout moment, même pendant les séances.
output-none-reader = Il apparaîtra ici quand la rédaction aura établi l’avant-projet.
output-compile = Établir l’avant-projet
output-compile-more = Nouvel avant-projet…
output-export = Exporter
output-outline = Plan
output-sources = Sources
output-words = { $count ->
    [one] { $count } mot
    [many] { $count } de mots
   *[other] { $count } mots
}
output-paragraphs = { $count ->
    [one] { $count } paragraphe
    [many] { $count } de paragraphes
   *[other] { $count } paragraphes
}
output-annex-filled = Complétée à l’export
outline-panel-outline-empty = Les parties du document apparaîtront ici.
outline-panel-annex = Annexe { $number } : { $title }
sources-title-of = Paragraphe { $number }
sources-count = { $count ->
    [0] aucune source
    [one] { $count } source
    [many] { $count } de sources
   *[other] { $count } sources
}
sources-choose = Placez le curseur dans un paragraphe pour voir d’où il vient.
sources-none = Ce paragraphe ne repose sur aucun point clé
sources-none-hint = L’annexe des sources l’indiquera.
sources-session-unknown = Séance inconnue
sources-statement = Énoncé :
sources-changed = Le point clé a été reformulé depuis
sources-point-gone = Ce point clé ne figure plus dans les notes.
sources-marked-by = Marqué par { $name }, { $time }
key-point-marker-unknown = Marqué par : non consigné
not-used-title = Pas encore utilisés
not-used-count = { $count ->
    [one] { $count } point clé accepté
    [many] { $count } de points clés acceptés
   *[other] { $count } points clés acceptés
}
not-used-insert = Insérer dans son groupe
not-used-insert-differed = Insérer là où les avis ont divergé
not-used-inserting = Insertion…
not-used-close = Retour aux sources
not-used-none = Tous les points clés acceptés sont utilisés
not-used-none-hint = Les points clés acceptés plus tard apparaîtront ici.
not-used-failed = Il n’a pas été inséré
compile-title = Établir un avant-projet
compile-count = { $count ->
    [0] Aucun point clé accepté n’entre encore dans l’avant-projet.
    [one] { $count } point clé accepté entre dans l’avant-projet.
    [many] { $count } de points clés acceptés entrent dans l’avant-projet.
   *[other] { $count } points clés acceptés entrent dans l’avant-projet.
}
compile-out-concept = { $count ->
    [one] { $count } point clé accepté, tiré d’une note de cadrage, n’y entre pas : personne ne l’a dit.
    [many] { $count } de points clés acceptés, tirés de notes de cadrage, n’y entrent pas : personne ne les a dits.
   *[other] { $count } points clés acceptés, tirés de notes de cadrage, n’y entrent pas : personne ne les a dits.
}
compile-out-after = { $count ->
    [one] { $count } point clé accepté n’y entre pas : sa séance se tient après la réunion.
    [many] { $count } de points clés acceptés n’y entrent pas : leurs séances se tiennent après la réunion.
   *[other] { $count } points clés acceptés n’y entrent pas : leurs séances se tiennent après la réunion.
}
compile-out-unwritten = { $count ->
    [one] { $count } point clé accepté n’y entre pas : il n’a pas d’énoncé.
    [many] { $count } de points clés acceptés n’y entrent pas : ils n’ont pas d’énoncé.
   *[other] { $count } points clés acceptés n’y entrent pas : ils n’ont pas d’énoncé.
}
compile-out-named = { $count ->
    [one] { $count } point clé accepté n’y entre pas : il nomme une personne malgré la règle de Chatham House.
    [many] { $count } de points clés acceptés n’y entrent pas : ils nomment une personne malgré la règle de Chatham House.
   *[other] { $count } points clés acceptés n’y entrent pas : ils nomment une personne malgré la règle de Chatham House.
}
compile-has-text = Des personnes ont écrit dans ce document
compile-has-text-hint = Un nouvel avant-projet remplacerait leurs mots ; il n’est donc pas établi. Les points clés acceptés depuis figurent sous « Pas encore utilisés » ; les messages d’une séance forment un document à part.
compile-findings = Écartés ou à vérifier
compile-not-counted = Ce qui y entre n’a pas pu être compté
compile-confirmed = { $count ->
    [one] { $count } point clé confirmé attend une décision
    [many] { $count } de points clés confirmés attendent une décision
   *[other] { $count } points clés confirmés attendent une décision
}
compile-about-track = Le document final
compile-about-messages = Les messages d’une séance
compile-session-choice = { $session } ({ $count ->
    [one] { $count } accepté
    [many] { $count } acceptés
   *[other] { $count } acceptés
})
compile-no-session = Aucune séance n’a encore de point clé : il n’y a pas de messages à établir.
compile-group = Regrouper les paragraphes par
compile-groups = Ordre et intitulés des groupes
compile-groups-words = Les intitulés sont dans la langue du document. Laissez-en un vide pour garder sa formule habituelle.
compile-groups-none = Il n’y a pas encore de groupe : aucun point clé accepté n’entre dans l’avant-projet.
compile-groups-usual = Ordre et intitulés habituels
compile-group-heading = Intitulé du groupe « { $name } »
compile-group-up = Monter « { $name } »
compile-group-down = Descendre « { $name } »
compile-group-moved = « { $name } » est maintenant { $at } sur { $of }
compile-words = Titre, statut du document et préambule
compile-words-messages = Titre et statut du document
compile-status = Statut du document
compile-status-default = Document non négocié.
compile-left-empty = Laissez vide pour la formule habituelle.
compile-voice = Qui parle
compile-voice-usual = Formule habituelle
compile-voice-own = Autre formule
compile-voice-none = Personne
compile-voice-usual-hint = « Nous, parlementaires… », avec le lieu et le forum.
compile-voice-none-hint = Le document ne parle au nom de personne.
compile-voice-words = Formule d’ouverture
compile-preamble-usual = Phrases habituelles
compile-preamble-own = Autres phrases
compile-preamble-none = Aucun
compile-preamble-words = Phrases, une par ligne
compile-preamble-hint = Chacune s’ouvre par un participe. Les mots entre astérisques sont mis en italique : *Rappelant* le thème…
compile-busy = Établissement de l’avant-projet…
compile-failed = Aucun avant-projet n’a été établi

## Export

export-nothing = Rien à exporter pour l’instant
export-nothing-hint = Établissez d’abord l’avant-projet ; cela prend moins d’une seconde.
export-options = Options
export-checks-and-download = Contrôles et téléchargement
export-format = Format
export-format-pdf = PDF
export-format-docx = Word (DOCX)
export-format-html = Page web (HTML)
export-format-md = Markdown
export-format-json = Pandoc (JSON)
export-name-pdf = PDF
export-name-docx = DOCX
export-name-html = HTML
export-name-md = Markdown
export-name-json = JSON
export-language-original = original
export-paper = Papier
export-paper-a4 = A4
export-paper-us-letter = Lettre US
export-line-numbers = Numéros de ligne, de cinq en cinq
export-date = Date du document
export-date-hint = Laissez vide pour la date du jour sur place.
export-no-pages = Ce format n’a pas de pages ; l’aperçu montre celles du PDF.
export-preview = Aperçu
export-preview-busy = Préparation des pages…
export-preview-failed = Les pages ne peuvent pas être affichées
export-previous-page = Page précédente
export-next-page = Page suivante
export-page-of = Page { $page } sur { $pages }
export-page-alt = Page { $page } sur { $pages } de { $title }
export-download = Télécharger en { $format }
export-download-hint = Le fichier est créé à partir du texte tel qu’il est sur le serveur en ce moment.
export-making = Création du fichier…
export-failed = Le fichier { $format } n’a pas été créé
export-reported = Le fichier { $format } a été créé, avec ces défauts
export-pdf-waits = Corrigez l’erreur avant de créer le PDF. Les autres formats peuvent être créés dès maintenant.
export-needs-server = Les fichiers sont créés sur le serveur, qui est injoignable.
export-files = Fichiers créés
export-file = { $format } · { $time } · { $size }
export-file-download = Télécharger { $name }
checks-title = Contrôles
checks-errors = { $count ->
    [one] { $count } erreur
    [many] { $count } d’erreurs
   *[other] { $count } erreurs
}
checks-warnings = { $count ->
    [one] { $count } avertissement
    [many] { $count } d’avertissements
   *[other] { $count } avertissements
}
checks-notes = { $count ->
    [one] { $count } remarque
    [many] { $count } de remarques
   *[other] { $count } remarques
}
checks-error = Erreur
checks-warning = Avertissement
checks-none = Rien à corriger
checks-go-key-point = Aller au point clé
checks-go-unused = Aller à « Pas encore utilisés »

### Textes des documents exportés : clés qui commencent par document-.

### Output document: the words of the files that are made. Each file is in its document's language.

document-title = Document final : { $track }
document-messages-title = Messages : { $event }
document-kind = Document final
document-kind-messages = Messages
document-original = Original : { $language }
document-footer = Document non négocié
document-page = Page { $n } / { $total }
document-draft = projet
document-contents = Table des matières
document-notes = Notes de bas de page
document-annex = Annexe
document-not-recorded = Non consigné
document-version-zero-draft = Avant-projet

document-fact-place = Lieu et dates
document-fact-organisers = Organisateurs
document-fact-status = Statut
document-fact-rapporteur = { $count ->
    [one] Rapporteur
   *[other] Rapporteurs
}
document-place-and-dates = { $place }, { $days }
document-status = *Document non négocié.* Ses paragraphes ont été établis à partir des points clés des séances énumérées dans le programme annexé, ou sont de la rédaction ; l’annexe des sources le précise pour chacun. Il n’engage pas les participants.
document-messages-status = *Document non négocié.* Ces messages ont été établis à partir des points clés marqués dans les notes de la séance. Ils n’engagent pas les participants.

document-voice = Nous, parlementaires participants,
document-having-met = *Nous étant réunis* { $occasion },
document-having-met-theme = *Nous étant réunis* { $occasion } sur le thème « { $theme } »,
document-occasion = { $days } ({ $names })
document-recalling = *Rappelant* le thème général « { $theme } » ({ $forum }),
document-noting-meetings = { $count ->
    [one] *Notant avec satisfaction* la contribution de la réunion { $meetings },
   *[other] *Notant avec satisfaction* les contributions des réunions { $meetings },
}
document-meeting = « { $title } »
document-closing = avons réuni les points suivants.

document-heading-addressed = À l’adresse de : { $addressee }
document-heading-further = Autres points
document-heading-differed = Points sur lesquels les avis ont divergé
document-annex-programme = Programme
document-annex-participants = Participants
document-annex-sources = Sources

document-day = { $day } { $month } { $year }
document-day-without-year = { $day } { $month }
document-days-two = { $first } et { $last } { $month } { $year }
document-days-more = { $first }–{ $last } { $month } { $year }
document-days-across = { $first } au { $last }
document-on-day = le { $day } { $month } { $year }
document-on-days-two = les { $first } et { $last } { $month } { $year }
document-on-days-more = du { $first } au { $last } { $month } { $year }
document-on-days-across = du { $first } au { $last }
document-month-1 = janvier
document-month-2 = février
document-month-3 = mars
document-month-4 = avril
document-month-5 = mai
document-month-6 = juin
document-month-7 = juillet
document-month-8 = août
document-month-9 = septembre
document-month-10 = octobre
document-month-11 = novembre
document-month-12 = décembre
document-language-ar = arabe
document-language-en = anglais
document-language-es = espagnol
document-language-fr = français

document-programme-when = Date et heure
document-programme-session = Séance
document-programme-place = Lieu
document-programme-people = Intervenants et modération
document-programme-note = Les heures sont locales. « Non consigné » signale ce qui n’est pas connu.
document-session-kind-session = Séance
document-session-kind-roundtable = Table ronde
document-session-kind-regional = Réunion régionale
document-session-kind-closing = Clôture
document-session-numbered = { $kind ->
    [roundtable] Table ronde { $number }
    [regional] Réunion régionale { $number }
    [closing] Clôture { $number }
   *[session] Séance { $number }
}
document-event-regional = réunion régionale
document-person-moderator = modération
document-person-online = en ligne
document-not-named = Noms non cités : la séance s’est tenue selon la règle de Chatham House.
document-participants-name = Nom
document-participants-office = Fonction et organisme
document-participants-sessions = Séances
document-sources-paragraph = Paragraphe
document-sources-key-point = Point clé
document-sources-session = Séance
document-sources-intro = Chaque paragraphe repose sur les points clés indiqués en regard. Les intervenants ne sont nommés que si la règle de la séance le permet.
document-sources-none = Aucun point clé : texte de la rédaction.
document-sources-quote = Notes : « { $quote } »
document-sources-recording = Enregistrement { $n }, à { $time }

document-imprint = La présente version
document-imprint-version = { $version } du { $date }.
document-imprint-undated = { $version }.
document-imprint-final = Texte du { $date }.
document-imprint-hash = Son empreinte SHA-256 commence par { $hash }.
document-imprint-original = Langue de l’original : { $language }.

document-title-missing = Le document n’a pas de titre ; dans ses propriétés, le fichier porte le nom de l’édition.
document-title-missing-hint = Écrivez un titre en tête du document.
document-date-missing = Le document n’a pas de date.
document-date-missing-hint = Indiquez une date au moment de l’export.
document-language-missing = La langue du document n’est pas connue ; il a été composé en anglais.
document-language-missing-hint = Choisissez la langue du document.
document-heading-empty = Un intertitre est vide.
document-heading-empty-hint = Écrivez l’intertitre ou supprimez-le.
document-note-empty = Une note de bas de page est vide.
document-note-empty-hint = Écrivez la note de bas de page ou supprimez son appel.
document-table-header-missing = La première ligne d’un tableau, qui nomme les colonnes, est vide.
document-table-header-missing-hint = Indiquez dans la première ligne ce que contient chaque colonne.
document-alt-text-missing = Une image n’a pas de description.
document-alt-text-missing-hint = Décrivez l’image pour les personnes qui ne peuvent pas la voir.
document-image-left-out = Une image a été omise ; sa description en tient lieu.
document-image-left-out-hint = Dites avec des mots ce que montre l’image.
document-link-dropped = Un lien ne mène ni à une page web ni à une adresse électronique ; seul son texte a été gardé : { $address }
document-link-dropped-hint = Utilisez une adresse qui commence par https:// ou mailto:.
document-glyph-missing = Aucune police ne contient { $characters } ({ $codes }) ; le PDF affiche { $instead } à la place.
document-glyph-missing-hint = Écrivez-le autrement, ou demandez à qui gère le site d’installer une police qui le contient.
document-glyph-left-out = Aucune police ne contient { $characters } ({ $codes }) sur la lettre qui précède ; le PDF l’omet.
document-glyph-left-out-hint = Écrivez-le autrement, ou demandez à qui gère le site d’installer une police qui le contient.
document-id-doubled = Deux paragraphes portent le même identifiant ; les liens mènent au premier.
document-id-doubled-hint = Rien à faire : la prochaine modification du paragraphe y remédie.
document-standard-missed = Le PDF n’est pas entièrement accessible : { $reason }
document-standard-missed-hint = Corrigez les défauts signalés avec lui, puis exportez de nouveau.

### What compiling and checking find.
outline-concept = Un point clé ne vient que de la note de cadrage de sa séance : rien n’indique que quelqu’un l’ait dit. Il a été laissé de côté.
outline-concept-hint = Marquez dans les notes l’endroit où cela a été dit, ou écartez-le.
outline-statement-missing = Un point clé n’a pas d’énoncé. Il a été laissé de côté.
outline-statement-missing-hint = Rédigez son énoncé dans les notes de la séance.
outline-session-after = « { $session } » commence après la réunion. Son point clé a été laissé de côté.
outline-session-after-hint = Gardez-le pour la prochaine édition, ou corrigez la date de la séance.
outline-name-told = Une phrase nomme une personne d’une séance tenue sous la règle de Chatham House : « { $name } ».
outline-name-told-hint = Retirez le nom de la phrase.
outline-name-perhaps = Une phrase nomme peut-être une personne d’une séance tenue sous la règle de Chatham House : elle contient le mot « { $name } ».
outline-name-perhaps-hint = Relisez-la : retirez le mot si c’est le nom.
outline-other-language = Un énoncé n’est pas dans la langue du document.
outline-other-language-hint = Traduisez-le dans le document.
outline-passage-gone = Le passage où un point clé était marqué n’est plus dans les notes.
outline-passage-gone-hint = Vérifiez que le point clé tient toujours.
outline-views-differed = Les avis ont divergé sur ce point. Il est séparé de ce qui a été convenu.
outline-views-differed-hint = Dites dans le paragraphe en quoi les avis ont divergé, ou écartez le point clé.
outline-further = Certains points clés n’appartiennent à aucun groupe. Ils figurent sous un titre à part.
outline-reworded = Ce point clé a été reformulé après avoir été accepté. Accepté : « { $accepted } » À présent : « { $now } »
outline-reworded-hint = Le document reprend les mots acceptés. Examinez les nouveaux sur le tableau : acceptez-les, ou écartez le point clé.
outline-overtaken = Les notes de ce point clé ont été reformulées après sa correction par la rédaction. Dans le document : « { $accepted } »
outline-overtaken-hint = Comparez les deux formulations sur le tableau : gardez la correction, ou reprenez les mots des notes.
outline-further-hint = Choisissez-leur un destinataire ou un thème dans les notes.
outline-session-unknown = Il n’y a pas de séance { $session } dans cette édition.
outline-session-unknown-hint = Choisissez une séance du programme.
outline-messages-count = « { $session } » compte { $count ->
    [one] { $count } message
   *[other] { $count } messages
} ; l’usage est de trois à cinq.
outline-messages-count-hint = Acceptez d’autres points clés de la séance, ou écartez-en quelques-uns.
check-unused = Aucun paragraphe ne repose sur ce point clé accepté.
check-unused-hint = Insérez-le dans le document, ou écartez-le en donnant un motif.
check-without-source = Ce paragraphe ne repose sur aucun point clé.
check-without-source-hint = Trouvez un point clé qui l’étaye, ou retirez le paragraphe.
check-empty = Le paragraphe { $number } est vide : les fichiers ne montrent que son numéro.
check-empty-item = Un élément de liste est vide : les fichiers ne montrent que « { $number } ».
check-empty-hint = Rédigez-le, ou supprimez-le.
check-source-changed = Un point clé sur lequel repose ce paragraphe a été reformulé depuis.
check-source-changed-hint = Comparez-le au paragraphe. Pour reprendre sa nouvelle formulation, supprimez le paragraphe et insérez de nouveau le point clé.
check-session-gap = « { $session } » n’a aucun point clé.
check-session-gap-hint = Demandez au rapporteur de la séance.
check-theme-gap = Aucun point clé ne relève du thème « { $theme } ».
check-theme-gap-hint = Rien à faire s’il n’en a pas été question.
check-region-gap = Aucun point clé ne vient de la région « { $region } ».
check-region-gap-hint = Rien à faire si ses séances n’en ont laissé aucun.
check-session-left-out = « { $session } » ne fait pas partie de ce document : la séance vient après la réunion, ou sa date n’est pas connue.
check-session-left-out-hint = Indiquez sa date si elle s’est tenue avant.
check-source-gone = Ce paragraphe repose sur un point clé qui n’existe plus.
check-source-gone-hint = Comparez le paragraphe aux notes.
check-source-names = Les mots de la source gardés avec ce paragraphe nomment une personne d’une séance tenue sous la règle de Chatham House : « { $name } ».
check-source-perhaps-names = Les mots de la source gardés avec ce paragraphe nomment peut-être une personne d’une séance tenue sous la règle de Chatham House : ils contiennent le mot « { $name } ».
check-source-names-hint = Supprimez le paragraphe et insérez de nouveau son point clé, avec un énoncé qui ne nomme personne : les mots des notes sont alors omis.
check-concept-used = Ce paragraphe repose sur une note de cadrage : rien n’indique que quelqu’un l’ait dit.
check-concept-used-hint = Marquez dans les notes l’endroit où cela a été dit, ou retirez le paragraphe.
check-not-accepted = Ce paragraphe repose sur un point clé qui n’est pas accepté.
check-not-accepted-hint = Acceptez le point clé, ou retirez le paragraphe.
check-doubled = Un point clé des notes de « { $session } » a le même identifiant qu’un autre dans celles de « { $first } ».
check-doubled-hint = L’un est la copie de l’autre. Décidez de chacun séparément, et retirez de ses notes celui qui n’y a pas sa place.
