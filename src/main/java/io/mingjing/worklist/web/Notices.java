package io.mingjing.worklist.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/** A sentence that the page reads aloud; headers are ASCII, so it is escaped. */
final class Notices {

    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Notices() {}

    static void say(HttpServletResponse response, String text) {
        try {
            response.setHeader("HX-Trigger", ASCII.writeValueAsString(Map.of("notice", text)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
