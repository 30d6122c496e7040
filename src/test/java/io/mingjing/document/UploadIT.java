package io.mingjing.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.identity.DemoPeople;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.shared.Area;
import io.mingjing.shared.Ids;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Uploads over real HTTP: what the server cuts off is refused in words, not with a broken connection. */
@IntegrationTest
class UploadIT {

    private static final int MEGABYTE = 1024 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Test
    void aFileOf51MegabytesIsRefusedWithTheLimit() throws Exception {
        HttpResponse<String> answer = upload(51, caseOfTheUnitHead());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("FILE_TOO_LARGE", "文件超过 50 MB");
    }

    @Test
    void aFileWithinTheLimitIsTaken() throws Exception {
        HttpResponse<String> answer = upload(49, caseOfTheUnitHead());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains("\"mediaType\":\"application/pdf\"", "\"fileName\":\"a.pdf\"");
    }

    @Test
    void aFileOfACaseThatNobodySeesIsNotTaken() throws Exception {
        HttpResponse<String> answer = upload(1, Ids.next());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
        assertThat(answer.body()).contains("CASE_NOT_FOUND");
    }

    private HttpResponse<String> upload(int megabytes, String caseId) throws IOException, InterruptedException {
        String credentials = Base64.getEncoder()
                .encodeToString(("unit-head:" + DemoPeople.PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/cases/" + caseId + "/attachments"))
                .header("Authorization", "Basic " + credentials)
                .header("Accept-Language", "zh-CN")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body(megabytes)))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String caseOfTheUnitHead() {
        People people = context.getBean(People.class);
        Organs organs = context.getBean(Organs.class);
        String organ = people.findByLogin("unit-head").orElseThrow().organId();
        return Office.in(context)
                .caseOf(Area.REVIEW, organs.get(organs.get(organ).governmentId()));
    }

    private static InputStream body(int megabytes) {
        InputStream head = text("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n%PDF-1.4\n");
        InputStream tail = text("\r\n--edge--\r\n");
        InputStream middle = new SequenceInputStream(Collections.enumeration(IntStream.range(0, megabytes)
                .mapToObj(i -> new ByteArrayInputStream(new byte[MEGABYTE]))
                .toList()));
        return new SequenceInputStream(Collections.enumeration(List.of(head, middle, tail)));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
