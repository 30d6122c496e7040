package io.mingjing.alert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that knows some addresses only: to the others it answers 550. GreenMail knows everybody. */
final class PickyServer implements AutoCloseable {

    private final ServerSocket socket;
    private final List<String> unknown;
    final List<String> accepted = new CopyOnWriteArrayList<>();

    PickyServer(String... unknown) {
        this.unknown = List.of(unknown);
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "picky-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
                say(client, "220 ready");
                boolean data = false;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (data) {
                        data = !line.equals(".");
                        if (!data) {
                            say(client, "250 taken");
                        }
                        continue;
                    }
                    String command = line.toUpperCase(Locale.ROOT);
                    data = command.equals("DATA");
                    say(client, answer(command, line));
                    if (command.equals("QUIT")) {
                        break;
                    }
                }
            } catch (IOException e) {
                // the client has gone, or the test is over
            }
        }
    }

    private String answer(String command, String line) {
        if (command.startsWith("RCPT")) {
            boolean known = unknown.stream().noneMatch(line::contains);
            if (known) {
                accepted.add(line);
            }
            return known ? "250 ok" : "550 5.1.1 no such user";
        }
        return command.equals("DATA") ? "354 go on" : command.equals("QUIT") ? "221 bye" : "250 ok";
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
