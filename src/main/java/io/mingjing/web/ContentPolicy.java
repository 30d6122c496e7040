package io.mingjing.web;

/** Content security policies of the two pages whose libraries need a little more than the strict one. */
final class ContentPolicy {

    static final String HEADER = "Content-Security-Policy";

    private static final String REST =
            "img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'none'; "
                    + "frame-ancestors 'none'; form-action 'self'";

    /** bpmn-js 8.0.0 writes four style attributes of its own; their hashes hold for exactly this version. */
    static final String DIAGRAM = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-hashes' "
            + "'sha256-j2t/iYgmiK/9tDIa+YLs3dUK18D+PDjuKi+KxuYXU/w=' "
            + "'sha256-CA/eh4+2R0J7cEQ14gBMtx834RIOjzMUqCM+evtrkp4=' "
            + "'sha256-AHtqGIKHiUalONG+xeO90E9yUgWLoWuygINiCuiaBnA=' "
            + "'sha256-F1/lIJB2HC2RT+RPHwCjlrUMGQft2PdUC4nHeQ7MKsc='; " + REST;

    /** Swagger UI draws with styles of its own; scripts stay ours. */
    static final String SWAGGER = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; " + REST;

    private ContentPolicy() {}
}
