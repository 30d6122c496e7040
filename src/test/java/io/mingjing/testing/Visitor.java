package io.mingjing.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without script over real HTTP: keeps cookies, follows no redirect, takes the token from the last page. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final int port;

    public Visitor(int port) {
        this.port = port;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Asks for an answer that is read while it comes. */
    public HttpResponse<InputStream> open(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** Asks for a part of a page, as htmx does. */
    public HttpResponse<String> part(String path) throws IOException, InterruptedException {
        return send(request(path).header("HX-Request", "true").GET());
    }

    /** Asks with HTTP Basic. */
    public HttpResponse<String> basic(String path, String login, String password, String language)
            throws IOException, InterruptedException {
        String credentials =
                Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Authorization", "Basic " + credentials)
                .header("Accept-Language", language)
                .GET());
    }

    /** Sends a form; each further argument is a header with the value {@code true}. */
    public HttpResponse<String> post(String path, Map<String, String> fields, String... trueHeaders)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (String header : trueHeaders) {
            request.header(header, "true");
        }
        return send(request);
    }

    public HttpResponse<String> signIn(String login, String password) throws IOException, InterruptedException {
        String token = tokenOf(get("/login").body());
        return post("/login", Map.of("username", login, "password", password, "_csrf", token));
    }

    public String sessionCookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("SESSION"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** The token against forged requests that a page carries. */
    public static String tokenOf(String html) {
        Matcher token = TOKEN.matcher(html);
        if (!token.find()) {
            throw new AssertionError("no token in " + html);
        }
        return token.group(1);
    }

    /** Where a redirect leads. */
    public static String target(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
