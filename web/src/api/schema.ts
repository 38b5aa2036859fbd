// Generated from docs/openapi.json by `npm run gen:api`. Do not edit.
export interface paths {
    "/api/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the editions that one may see, the latest first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EditionItem"][];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells everything that the sessions of an edition share. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EditionView"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells what is missing before release. */
        get: {
            parameters: {
                query?: {
                    /** @description Its id. Where it is left out it is the main one, with what is wrong in the files of the others. */
                    document?: string | null;
                };
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CheckView"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                /** @description Too much is being worked on; `retry-after` says when to ask again. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/compile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes the zero draft from the accepted key points. Refuses where people have written in the document. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CompileRequest"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CompileAnswer"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                /** @description Too much is being worked on; `retry-after` says when to ask again. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts the key points of an edition by session and theme, and names the gaps.
         * @description Sessions whose notes the person may not read are as if they were not there.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CoverageView"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Streams `changed` events of an edition, as server-sent events, and `alive` events where there are none for 15 seconds. A stream ends when its reader's right does. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": components["schemas"]["ChangedEvent"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/key-points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the key points of an edition, by session and place in its notes. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KeyPointView"][];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/key-points/accept-confirmed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts every confirmed key point of an edition that has a statement. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AcceptedCount"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/key-points/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decides the same about several key points at once. Those that are no longer as they were seen are left out, and told. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Several"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SeveralDecided"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/key-points/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a key point for the output document. */
        post: {
            parameters: {
                query?: {
                    /**
                     * @description The state that the key point was seen in. Where it is in another by now, nothing is decided (`changed-meanwhile`);
                     *     without it, the decision is about whatever state it is in.
                     */
                    seen?: components["schemas"]["KeyPointStateWord"];
                    /** @description The session in whose notes it is marked. Needed where the notes of several hold a key point of this id (`key-point-doubled`). */
                    session?: string;
                    /** @description The `wordsHash` of the statement that was read. Where it says something else by now, nothing is decided (`changed-meanwhile`). */
                    words?: string;
                };
                header?: never;
                path: {
                    edition: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KeyPointView"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/key-points/{id}/as-noted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an editor's correction back: the key point says what its notes have. */
        post: {
            parameters: {
                query?: {
                    /** @description The session in whose notes it is marked. Needed where the notes of several hold a key point of this id (`key-point-doubled`). */
                    session?: string;
                    /** @description The `saidHash` of what was read. Where it or its notes say something else by now, nothing is changed (`changed-meanwhile`). */
                    said?: string;
                };
                header?: never;
                path: {
                    edition: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KeyPointView"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/key-points/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stands by a key point. */
        post: {
            parameters: {
                query?: {
                    /**
                     * @description The state that the key point was seen in. Where it is in another by now, nothing is decided (`changed-meanwhile`);
                     *     without it, the decision is about whatever state it is in.
                     */
                    seen?: components["schemas"]["KeyPointStateWord"];
                    /** @description The session in whose notes it is marked. Needed where the notes of several hold a key point of this id (`key-point-doubled`). */
                    session?: string;
                    /** @description The `wordsHash` of the statement that was read. Where it says something else by now, nothing is decided (`changed-meanwhile`). */
                    words?: string;
                };
                header?: never;
                path: {
                    edition: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KeyPointView"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/key-points/{id}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Corrects what a key point says, beside its notes. */
        put: {
            parameters: {
                query?: {
                    /** @description The session in whose notes it is marked. Needed where the notes of several hold a key point of this id (`key-point-doubled`). */
                    session?: string;
                    /** @description The `saidHash` of what was read. Where it or its notes say something else by now, nothing is changed (`changed-meanwhile`). */
                    said?: string;
                };
                header?: never;
                path: {
                    edition: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CorrectionGiven"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KeyPointView"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/key-points/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the last decision back. */
        post: {
            parameters: {
                query?: {
                    /**
                     * @description The state that the key point was seen in. Where it is in another by now, nothing is decided (`changed-meanwhile`);
                     *     without it, the decision is about whatever state it is in.
                     */
                    seen?: components["schemas"]["KeyPointStateWord"];
                    /** @description The session in whose notes it is marked. Needed where the notes of several hold a key point of this id (`key-point-doubled`). */
                    session?: string;
                    /** @description The `wordsHash` of the statement that was read. Where it says something else by now, nothing is decided (`changed-meanwhile`). */
                    words?: string;
                };
                header?: never;
                path: {
                    edition: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KeyPointView"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/key-points/{id}/set-aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leaves a key point out, with a reason. */
        post: {
            parameters: {
                query?: {
                    /**
                     * @description The state that the key point was seen in. Where it is in another by now, nothing is decided (`changed-meanwhile`);
                     *     without it, the decision is about whatever state it is in.
                     */
                    seen?: components["schemas"]["KeyPointStateWord"];
                    /** @description The session in whose notes it is marked. Needed where the notes of several hold a key point of this id (`key-point-doubled`). */
                    session?: string;
                    /** @description The `wordsHash` of the statement that was read. Where it says something else by now, nothing is decided (`changed-meanwhile`). */
                    words?: string;
                };
                header?: never;
                path: {
                    edition: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonGiven"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KeyPointView"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/outline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells what compiling with the same request would write, and writes nothing. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CompileRequest"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OutlineView"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                /** @description Too much is being worked on; `retry-after` says when to ask again. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/output-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the output documents of an edition: the track's first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OutputDocumentView"][];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/output-documents/{document}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the files that were made of an output document, newest first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    document: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ExportView"][];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        put?: never;
        /** Makes a file of an output document as it is now, and keeps it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    document: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ExportRequest"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ExportView"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                /** @description Too much is being worked on; `retry-after` says when to ask again. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                /** @description No more files of this person are kept. */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/output-documents/{document}/insert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts the paragraph of a key point at the end of its group; nothing that people wrote is touched. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    document: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InsertRequest"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InsertAnswer"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                /** @description Too much is being worked on; `retry-after` says when to ask again. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/output-documents/{document}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Draws the pages of an output document. */
        get: {
            parameters: {
                query?: {
                    /** @description `a4` or `us-letter`. */
                    paper?: string | null;
                    /** @description Whether every fifth line is numbered. */
                    lineNumbers?: boolean | null;
                    /** @description The day that is printed, `YYYY-MM-DD`. */
                    date?: string | null;
                };
                header?: never;
                path: {
                    edition: string;
                    document: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PreviewView"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                /** @description Too much is being worked on; `retry-after` says when to ask again. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                /** @description The pages are more than the server keeps; a file can be made all the same. */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/output-documents/{document}/preview/{revision}/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One page as SVG; counted from 1. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    document: string;
                    revision: string;
                    page: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/svg+xml": unknown;
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the sessions of an edition, in the order of its programme. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionView"][];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells all of a session to those who may read its notes. Of one under the Chatham House Rule, no other operation tells who takes part, and where it is recorded. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    session: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionView"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/sessions/{session}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms the key points of a session. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    session: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionView"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/sessions/{session}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens the notes of a session again. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    session: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionView"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/editions/{edition}/sessions/{session}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hands the notes of a session in. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    session: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionView"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hands a file out, byte for byte as it was made. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": unknown;
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells who is signed in, and the roles held. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/language": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes the language of one's own interface, on all devices. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LanguageChoice"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells whom a link would sign in, so that nobody works in somebody else's name without noticing. The link stays as it is. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LinkSecret"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Uses a link up and signs this browser in. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LinkSecret"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a sign-in link, if the address is known. The answer does not tell whether it is.
         * @description No mail server can be set yet: the link is written to the server's log, for the operator to hand over.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LinkRequest"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description It cannot be read; `place` says where. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
                /** @description Asked for too often; `retry-after` says when it may be tried again. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorBody"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs this browser out. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description How many key points were accepted. */
        AcceptedCount: {
            /** @description How many were accepted. */
            accepted: number;
            /** @description How many stay confirmed because they were confirmed in other words. */
            reworded: number;
            /** @description How many stay confirmed because they say nothing yet. */
            withoutStatement: number;
        };
        /** @description Whom a link signs in. */
        Account: {
            /** @description The address that links are sent to. */
            email: string;
            /** @description The name shown to others. */
            name: string;
        };
        /**
         * @description Whether speakers may be named.
         * @enum {string}
         */
        AttributionWord: "named" | "chatham-house";
        BTreeMap: {
            [key: string]: string;
        };
        /**
         * @description Whether somebody said it.
         * @enum {string}
         */
        BasisWord: "reported" | "concept";
        /** @description What has changed. */
        ChangedEvent: {
            /** @description `key-points`, `sessions` or `output-documents`. */
            what: string;
        };
        /** @description What was found. */
        CheckView: {
            /** @description All of it and more, in sentences. */
            diagnostics: components["schemas"]["DiagnosticView"][];
            /** @description Paragraphs that rest on no key point. */
            paragraphsWithoutSource: string[];
            /** @description Sessions without a key point. */
            sessionsWithoutKeyPoint: string[];
            /** @description Accepted key points that no paragraph rests on. */
            unusedKeyPoints: string[];
        };
        /** @description The draft that was written. */
        CompileAnswer: {
            diagnostics: components["schemas"]["DiagnosticView"][];
            outputDocument: components["schemas"]["OutputDocumentView"];
        };
        /** @description What to compile, and how. What is left open is made from the facts of the edition. */
        CompileRequest: {
            /**
             * @description The output document; the main one where it is left out.
             * @default null
             */
            document: string | null;
            /**
             * @description `addressee`, `theme` or `session`.
             * @default null
             */
            group: string | null;
            /**
             * @description Headings of groups, by the id of the addressee, theme or session.
             * @default {}
             */
            headings: {
                [key: string]: string;
            };
            /**
             * @description The session whose messages are to be compiled, in a document of their own.
             * @default null
             */
            messagesOf: string | null;
            /**
             * @description Ids of addressees, themes or sessions in the order of their groups.
             * @default []
             */
            order: string[];
            /**
             * @description The preambular paragraphs.
             * @default null
             */
            preamble: string[] | null;
            /**
             * @description What the document is.
             * @default null
             */
            statusLine: string | null;
            /**
             * @description The title.
             * @default null
             */
            title: string | null;
            /**
             * @description Who speaks.
             * @default null
             */
            voice: string | null;
        };
        /** @description What the key point shall say. Where that is what the notes have, it goes on following them. */
        CorrectionGiven: {
            /** @description Whom it calls on. */
            addressee?: string | null;
            /** @description Who said it, by name. Under the Chatham House Rule nobody is named. */
            attributedTo?: string | null;
            kind?: components["schemas"]["KeyPointKindWord"] | null;
            stance?: components["schemas"]["StanceWord"] | null;
            /** @description The short sentence for the output document, on one line. */
            statement: string;
            /** @description Its themes. */
            themes: string[];
        };
        /** @description An editor's correction of a key point. */
        CorrectionView: {
            /**
             * Format: int64
             * @description When, milliseconds since 1970 UTC.
             */
            at: number;
            /** @description Who corrected it. */
            by: components["schemas"]["PersonName"];
            /** @description What the notes have. */
            noted: components["schemas"]["NotedView"];
            /** @description What the notes said before that, where it may be told. */
            notedThen?: string | null;
            /** @description Whether the notes were reworded after an editor had put it in other words. */
            overtaken: boolean;
        };
        /** @description How many key points of a session belong to a theme. */
        CoverageCell: {
            /**
             * Format: int32
             * @description How many.
             */
            count: number;
            /** @description The session. */
            sessionId: string;
            /** @description The theme; null for the key points without one. */
            themeId?: string | null;
        };
        /** @description How the key points lie over sessions and themes. */
        CoverageView: {
            /** @description The cells that are not empty. A key point counts once in each of its themes; what is set aside or merged does not. */
            cells: components["schemas"]["CoverageCell"][];
            /** @description Regions without a key point. */
            regionsWithoutKeyPoint: string[];
            /** @description The sessions that belong to the document, in time order. */
            sessions: string[];
            /** @description Sessions without a key point. */
            sessionsWithoutKeyPoint: string[];
            /** @description The themes, in order. */
            themes: string[];
            /** @description Themes without a key point. */
            themesWithoutKeyPoint: string[];
        };
        /** @description Something that is due. */
        DeadlineView: {
            /**
             * Format: int64
             * @description When it is due, milliseconds since 1970 UTC.
             */
            dueAt: number;
            /** @description Names the deadline. */
            id: string;
            /** @description What is due. */
            label: string;
            /**
             * Format: int64
             * @description When work may begin, milliseconds since 1970 UTC.
             */
            opensAt?: number | null;
            /** @description The session it is about. */
            sessionId?: string | null;
        };
        /**
         * @description What can be decided.
         * @enum {string}
         */
        DecisionWord: "accept" | "confirm" | "reopen" | "set-aside";
        /** @description Something that is wrong in people's text, or missing. */
        DiagnosticView: {
            /** @description Key of the words that say what to do. */
            hint?: string | null;
            /** @description Key of the words that say what. */
            key: string;
            /** @description Where. */
            place: components["schemas"]["PlaceView"];
            /** @description `error`, `warning` or `note`. */
            severity: components["schemas"]["SeverityWord"];
            /** @description Values for the words. */
            values: {
                [key: string]: string;
            };
        };
        /** @description An edition in the list of editions. */
        EditionItem: {
            /** @description Names the edition. */
            id: string;
            /** @description How far it is. */
            state: components["schemas"]["OutputDocumentStateWord"];
            /** @description Its title. */
            title: string;
        };
        /** @description What somebody may do in an edition. */
        EditionRights: {
            /** @description Compile the zero draft. */
            compile: boolean;
            /** @description Accept key points and set them aside. */
            decide: boolean;
            /** @description Write in output documents. */
            editDocument: boolean;
            /** @description Make files. */
            export: boolean;
            /** @description Keep people and programme. */
            managePeople: boolean;
        };
        /** @description An edition. */
        EditionView: {
            /** @description Whom key points call on. */
            addressees: components["schemas"]["LabelView"][];
            /** @description What is due. */
            deadlines: components["schemas"]["DeadlineView"][];
            /** @description The conference. */
            forum?: string | null;
            /** @description First day. */
            from?: string | null;
            /** @description Names the edition. */
            id: string;
            /** @description The languages of its documents. */
            languages: string[];
            /** @description What the person who asks may do. */
            may: components["schemas"]["EditionRights"];
            /** @description Who organises it. */
            organisers: string[];
            /** @description The language they are written in first. */
            originalLanguage: string;
            /** @description The theme of the whole conference. */
            overarchingTheme?: string | null;
            /** @description Where it meets. */
            place?: string | null;
            /** @description The theme of the track. */
            theme?: string | null;
            /** @description What key points are sorted by. */
            themes: components["schemas"]["LabelView"][];
            /** @description IANA time zone of the place. */
            timezone?: string | null;
            /** @description Its title. */
            title: string;
            /** @description Last day. */
            to?: string | null;
            /** @description The track it belongs to. */
            trackId: string;
            /** @description The track's title. */
            trackTitle: components["schemas"]["BTreeMap"];
        };
        /** @description The one shape of error answers. */
        ErrorBody: {
            /** @description What went wrong. */
            error: components["schemas"]["ErrorDetail"];
        };
        /** @description What went wrong. */
        ErrorDetail: {
            /** @description Stable name of the error; `error-` and it is the key of its words. */
            code: string;
            /**
             * @description Values for the words. `place` and `reason` of `body-invalid` are English, for who writes the program that asks; no page
             *     shows them.
             */
            detail: Record<string, never>;
        };
        /** @description Which file to make. */
        ExportRequest: {
            /** @description The day that is printed, `YYYY-MM-DD`; where it is left out, today at the venue. */
            date?: string | null;
            /** @description `docx`, `pdf`, `html`, `md` or `json`. */
            format: string;
            /** @description Whether every fifth line is numbered. */
            lineNumbers?: boolean | null;
            /** @description `a4` or `us-letter`. */
            paper?: string | null;
        };
        /** @description A file that was made. */
        ExportView: {
            /**
             * Format: int64
             * @description When it was made, milliseconds since 1970 UTC.
             */
            createdAt: number;
            /** @description What was found wrong in the text, and what the file does about it. */
            diagnostics: components["schemas"]["DiagnosticView"][];
            /** @description The name it is downloaded by. */
            fileName: string;
            /** @description Its format. */
            format: string;
            /** @description Names the file. */
            id: string;
            /** @description Its language. */
            language: string;
            /**
             * Format: int64
             * @description How many bytes it has.
             */
            size: number;
            /** @description Where it can be had. */
            url: string;
        };
        /** @description A group of paragraphs. */
        GroupView: {
            /** @description The words over it, in the document's language. */
            heading: string;
            /** @description Names it in the plan: the id of an addressee, theme or session, `other` or `differed`. */
            id: string;
            /** @description How many key points stand in it. */
            keyPoints: number;
        };
        /** @description Where it stands now. */
        InsertAnswer: {
            paragraphId: string;
        };
        /** @description The key point to put in. */
        InsertRequest: {
            keyPointId: string;
            /** @description The session in whose notes it is marked. Needed where the notes of several hold a key point of this id. */
            sessionId?: string | null;
        };
        /**
         * @description Whether a key point calls for something.
         * @enum {string}
         */
        KeyPointKindWord: "call-to-action" | "observation";
        /**
         * @description How far a key point is.
         * @enum {string}
         */
        KeyPointStateWord: "captured" | "confirmed" | "accepted" | "used" | "merged" | "set-aside";
        /** @description A key point. */
        KeyPointView: {
            /** @description Whom it calls on. */
            addressee?: string | null;
            /** @description Other sessions whose notes hold a key point of this id. */
            alsoIn: string[];
            /** @description Who said it, where that may be told. */
            attributedTo?: string | null;
            /** @description `reported` or `concept`. */
            basis: components["schemas"]["BasisWord"];
            correction?: components["schemas"]["CorrectionView"] | null;
            /**
             * Format: int64
             * @description When, milliseconds since 1970 UTC.
             */
            decidedAt?: number | null;
            decidedBy?: components["schemas"]["PersonName"] | null;
            /** @description What the statement said when its state was decided; null where it still says that, and where nothing is decided. */
            decidedStatement?: string | null;
            /** @description Whether the statement says something. Without that it is not accepted. */
            hasStatement: boolean;
            /**
             * Format: uuid
             * @description Names the key point.
             */
            id: string;
            /** @description Whether it is meant by a paragraph that names an id and no session. */
            isMeantById: boolean;
            kind?: components["schemas"]["KeyPointKindWord"] | null;
            /** @description Language of the statement. */
            lang: string;
            /**
             * Format: int64
             * @description When, milliseconds since 1970 UTC.
             */
            markedAt?: number | null;
            markedBy?: components["schemas"]["PersonName"] | null;
            /** @description Whether the marked passage is no longer in the notes. */
            passageGone: boolean;
            /** @description The words of the notes. */
            quote: string;
            /** @description Why it is in that state. */
            reason?: string | null;
            /** @description Whether it is no longer marked in the notes; such a one is listed while a paragraph rests on it. */
            removed: boolean;
            /** @description A hash of all that an editor can correct, to correct what was read. */
            saidHash: string;
            /** @description The session in whose notes it is marked. */
            sessionId: string;
            source?: components["schemas"]["SourceView"] | null;
            stance?: components["schemas"]["StanceWord"] | null;
            /** @description `captured`, `confirmed`, `accepted`, `used`, `merged` or `set-aside`. */
            state: components["schemas"]["KeyPointStateWord"];
            /** @description The short sentence for the output document. */
            statement: string;
            /** @description Its themes. */
            themes: string[];
            /** @description The paragraphs that rest on it. */
            usedIn: components["schemas"]["UseView"][];
            /** @description A hash of the statement, to decide upon the words that were read. */
            wordsHash: string;
        };
        /** @description A theme or an addressee. */
        LabelView: {
            /** @description Its id. */
            id: string;
            /** @description Its words. */
            label: components["schemas"]["BTreeMap"];
        };
        /** @description The language to speak from now on. */
        LanguageChoice: {
            /** @description `en`, `fr`, `es` or `ar`. */
            language: string;
        };
        /** @description A key point about which nothing was decided. */
        LeftOut: {
            /** @description Why: the code of the error that deciding about it alone would answer. */
            code: string;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Its session. */
            sessionId: string;
        };
        /** @description Whom to send a link. */
        LinkRequest: {
            /** @description The address that the person is known by. */
            email: string;
        };
        /** @description The secret of a link: what stands behind its `#`. */
        LinkSecret: {
            token: string;
        };
        /** @description The person who is signed in. */
        Me: {
            /** @description The roles held. */
            grants: components["schemas"]["MyGrant"][];
            /** @description Who it is. */
            person: components["schemas"]["MyPerson"];
        };
        /** @description A role held somewhere. */
        MyGrant: {
            /** @description The role's word. */
            role: components["schemas"]["RoleWord"];
            /** @description Where it is held. */
            scope: components["schemas"]["ScopeView"];
        };
        /** @description Who is signed in. */
        MyPerson: {
            /** @description The address that links are sent to. */
            email: string;
            /**
             * Format: uuid
             * @description Names the person.
             */
            id: string;
            /** @description The language of the interface. */
            language: string;
            /** @description The name shown to others. */
            name: string;
        };
        /** @description What the notes have of what an editor can correct. */
        NotedView: {
            /** @description Whom it calls on. */
            addressee?: string | null;
            /** @description Who said it, where that may be told. */
            attributedTo?: string | null;
            kind?: components["schemas"]["KeyPointKindWord"] | null;
            stance?: components["schemas"]["StanceWord"] | null;
            /** @description The statement; null where it names somebody who may not be named. */
            statement?: string | null;
            /** @description The themes. */
            themes: string[];
        };
        /** @description What would be written. */
        OutlineView: {
            /** @description What is left out, and what enters with a flaw. */
            diagnostics: components["schemas"]["DiagnosticView"][];
            /** @description The groups that they form, in their order. */
            groups: components["schemas"]["GroupView"][];
            /** @description Whether compiling would be refused, because people have written in the document. */
            hasText: boolean;
            /** @description How many key points go in. */
            keyPoints: number;
        };
        /**
         * @description What an output document holds.
         * @enum {string}
         */
        OutputDocumentKindWord: "track" | "messages";
        /** @description What somebody may do with an output document. */
        OutputDocumentRights: {
            /** @description Make files of it. */
            export: boolean;
            /** @description Write its text. */
            write: boolean;
        };
        /**
         * @description How far an output document is.
         * @enum {string}
         */
        OutputDocumentStateWord: "outline" | "zero-draft";
        /** @description An output document. */
        OutputDocumentView: {
            /**
             * Format: int64
             * @description When the zero draft was written, milliseconds since 1970 UTC.
             */
            compiledAt?: number | null;
            /** @description The id of its text. */
            documentId: string;
            /** @description The address of its text, for automerge-repo. */
            documentUrl: string;
            /** @description Names it within its edition. */
            id: string;
            /** @description `track`, or `messages` of one session. */
            kind: components["schemas"]["OutputDocumentKindWord"];
            /** @description Its language. */
            language: string;
            /** @description What the person who asks may do. */
            may: components["schemas"]["OutputDocumentRights"];
            /** @description The session whose messages it holds. */
            sessionId?: string | null;
            /** @description How far it is. */
            state: components["schemas"]["OutputDocumentStateWord"];
            /** @description Its title. */
            title: string;
        };
        /** @description Somebody on the programme. */
        ParticipantView: {
            /** @description Office and body. */
            affiliation?: string | null;
            /** @description Opaque name used inside notes. */
            id: string;
            /** @description The person's name. */
            name: string;
            /** @description Whether the person takes part from afar. */
            remote: boolean;
            /** @description What the person does in the session. */
            role: string;
        };
        /** @description Somebody, as others see them. */
        PersonName: {
            /**
             * Format: uuid
             * @description Names the person.
             */
            id: string;
            /** @description The name shown to others. */
            name: string;
        };
        /** @description Where something is wrong. */
        PlaceView: {
            /** @description The key point. */
            keyPointId?: string | null;
            /** @description The output document, where it is about one. */
            outputDocumentId?: string | null;
            /** @description The paragraph of the output document. */
            paragraphId?: string | null;
            /** @description The session. */
            sessionId?: string | null;
            /** @description The words at the place. */
            text?: string | null;
        };
        /** @description The pages, to be asked for one by one. */
        PreviewView: {
            /** @description Whether nothing is written in the document yet. */
            isBlank: boolean;
            /** @description How many there are. */
            pages: number;
            /** @description Names exactly these pages. */
            revision: string;
        };
        /** @description Why a key point is set aside. */
        ReasonGiven: {
            /** @description The reason, in words. */
            reason: string;
        };
        /** @description A recording. */
        RecordingView: {
            /** @description Local time at its beginning. */
            startsAt?: string | null;
            /** @description Where it can be played. */
            url: string;
        };
        /**
         * @description A role.
         * @enum {string}
         */
        RoleWord: "coordinator" | "rapporteur" | "moderator" | "editor" | "translator" | "reviewer" | "staff" | "reader";
        /** @description Where a role is held. */
        ScopeView: {
            /** @description The edition, for a session. */
            edition?: string | null;
            /** @description The id of it. */
            id: string;
            /** @description `track`, `edition` or `session`. */
            kind: components["schemas"]["ScopeWord"];
        };
        /**
         * @description Where a role is held.
         * @enum {string}
         */
        ScopeWord: "track" | "edition" | "session";
        /** @description A key point as it was seen. */
        SeenPoint: {
            /**
             * Format: uuid
             * @description Names it in its session.
             */
            id: string;
            /** @description The session in whose notes it is marked. */
            sessionId: string;
            /** @description The state that it was seen in. */
            state: components["schemas"]["KeyPointStateWord"];
            /** @description The `wordsHash` of the statement that was read. */
            wordsHash: string;
        };
        /**
         * @description What sort of meeting a session is.
         * @enum {string}
         */
        SessionKindWord: "session" | "roundtable" | "regional" | "closing";
        /** @description What somebody may do with a session. */
        SessionRights: {
            /** @description Confirm its key points. */
            confirm: boolean;
            /** @description Open its notes again. */
            reopen: boolean;
            /** @description Hand its notes in. */
            submit: boolean;
            /** @description Write its notes. */
            write: boolean;
        };
        /**
         * @description How far the notes of a session are.
         * @enum {string}
         */
        SessionStateWord: "planned" | "assigned" | "live" | "submitted" | "confirmed" | "locked";
        /** @description A session. */
        SessionView: {
            /** @description `named` or `chatham-house`. */
            attribution: components["schemas"]["AttributionWord"];
            /** @description The id of its notes. */
            documentId: string;
            /** @description Local end. */
            end?: string | null;
            /** @description The event it is held at. */
            event?: string | null;
            /** @description Names the session. */
            id: string;
            /**
             * Format: int32
             * @description How many key points it has.
             */
            keyPoints: number;
            /** @description `session`, `roundtable`, `regional` or `closing`. */
            kind: components["schemas"]["SessionKindWord"];
            /** @description Pages about it. */
            links: string[];
            /** @description What the person who asks may do. */
            may: components["schemas"]["SessionRights"];
            /** @description How many it can have; further ones stay in its notes alone. */
            mostKeyPoints: number;
            /**
             * Format: int32
             * @description How many characters its notes have.
             */
            notesCharacters: number;
            /** @description The address of its notes, for automerge-repo. */
            notesUrl: string;
            /** @description Who takes part. In lists this, links, remark and recordings are left out where nobody may be named. */
            people: components["schemas"]["ParticipantView"][];
            /** @description Room, town or both. */
            place?: string | null;
            /** @description The questions it was called to discuss. */
            policyQuestions: string[];
            /** @description Who writes its notes. */
            rapporteurs: components["schemas"]["PersonName"][];
            /** @description Its recordings. */
            recordings: components["schemas"]["RecordingView"][];
            /** @description The region whose view it brings in. */
            region?: string | null;
            /** @description What is to be known about it. */
            remark?: string | null;
            /** @description Local start. */
            start?: string | null;
            /** @description How far its notes are. */
            state: components["schemas"]["SessionStateWord"];
            /** @description IANA time zone of start and end. */
            timezone?: string | null;
            /** @description Its title, if one is published. */
            title?: string | null;
        };
        /** @description The same decision about several key points. */
        Several: {
            /** @description What is decided. */
            decision: components["schemas"]["DecisionWord"];
            /** @description The key points, as they were seen. At most 500. */
            keyPoints: components["schemas"]["SeenPoint"][];
            /** @description Why, in words; needed to set aside. */
            reason?: string | null;
        };
        /** @description What became of several key points. */
        SeveralDecided: {
            /** @description Those that were decided, as they are now. */
            decided: components["schemas"]["KeyPointView"][];
            /** @description Those about which nothing was decided. */
            leftOut: components["schemas"]["LeftOut"][];
        };
        /**
         * @description How much a finding matters.
         * @enum {string}
         */
        SeverityWord: "error" | "warning" | "note";
        /** @description Where something was said, beyond the notes: a page, or a moment of a recording. */
        SourceView: {
            /** @description How far into it, `HH:MM:SS`. */
            at?: string | null;
            /** @description Address of a page. */
            link?: string | null;
            /**
             * Format: int32
             * @description Which recording of the session, counted from 0.
             */
            recording?: number | null;
        };
        /**
         * @description How the room stood to it.
         * @enum {string}
         */
        StanceWord: "convergence" | "divergence" | "proposal";
        /** @description A paragraph that rests on a key point. */
        UseView: {
            /** @description The output document. */
            outputDocumentId: string;
            /** @description The paragraph in it. */
            paragraphId: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
