package dev.nightcap.receiver;

import static dev.nightcap.receiver.Bodies.WEB_01;
import static dev.nightcap.receiver.Bodies.common;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a client of good will never does, byte by byte; the whole body may take one second here. */
class HardUseTest {
    private static final int PATIENCE_MILLIS = 15_000;

    private final ScriptedDesk desk = new ScriptedDesk();
    private final Receiver receiver = new Receiver(ReceiverTest.config(), ReceiverTest.policy(), desk);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    @BeforeEach
    void open() throws IOException {
        log.start();
        root.addAppender(log);
        receiver.start();
    }

    @AfterEach
    void close() {
        receiver.close();
        root.detachAppender(log);
    }

    @Test
    void cuts_off_a_body_that_does_not_come() throws IOException {
        try (Socket socket = connect()) {
            write(socket, head("/alerts", "Content-Length: 100") + "{");
            assertThat(readAll(socket)).startsWith("HTTP/1.1 408 ").contains("body-too-slow");
        }
        assertThat(desk.accepted).isEmpty();
    }

    @Test
    void cuts_off_a_body_that_drips() throws IOException {
        try (Socket socket = connect()) {
            write(socket, head("/alerts", "Transfer-Encoding: chunked"));
            BufferedReader answer = reader(socket);
            int chunks = 0;
            while (!answer.ready() && chunks++ < 500) {
                write(socket, "1\r\n \r\n");
                LockSupport.parkNanos(20_000_000);
            }
            assertThat(answer.readLine()).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void keeps_a_request_that_waits_longer_than_a_connection_may_be_idle() throws IOException {
        ReceiverConfig config = ReceiverTest.config();
        ReceiverConfig impatient = new ReceiverConfig(
                config.host(),
                0,
                List.of(ReceiverTest.TOKEN),
                false,
                config.maxBodyBytes(),
                config.bodyTimeout(),
                Duration.ofMillis(100),
                config.stopTimeout(),
                3);
        String body = common(WEB_01);
        try (Receiver other = new Receiver(impatient, ReceiverTest.policy(), desk)) {
            other.start();
            try (Socket socket = connect(other)) {
                write(socket, head("/alerts?wait=2s", "Connection: close\r\nContent-Length: " + body.length()) + body);
                assertThat(readAll(socket)).startsWith("HTTP/1.1 202 ");
            }
        }
    }

    @Test
    void asks_for_the_body_of_a_sender_that_waits_to_be_asked() throws IOException {
        String body = common(WEB_01);
        try (Socket socket = connect()) {
            write(
                    socket,
                    head("/alerts", "Expect: 100-continue\r\nConnection: close\r\nContent-Length: " + body.length()));
            BufferedReader answer = reader(socket);
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 100 Continue");
            assertThat(answer.readLine()).isEmpty();
            write(socket, body);
            assertThat(answer.readLine()).startsWith("HTTP/1.1 202 ");
        }
    }

    @Test
    void asks_no_stranger_for_a_body() throws IOException {
        try (Socket socket = connect()) {
            write(
                    socket,
                    head("/alerts", "Expect: 100-continue\r\nContent-Length: 10")
                            .replace(ReceiverTest.TOKEN, "wrong"));
            assertThat(reader(socket).readLine()).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void answers_pipelined_requests_in_order() throws IOException {
        String body = common(WEB_01);
        try (Socket socket = connect()) {
            write(
                    socket,
                    head("/alerts", "Content-Length: " + body.length()) + body
                            + "GET /livez HTTP/1.1\r\nHost: x\r\n\r\n"
                            + "GET /other?token=" + ReceiverTest.TOKEN
                            + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(Pattern.compile("HTTP/1.1 (\\d+)")
                            .matcher(readAll(socket))
                            .results())
                    .extracting(status -> status.group(1))
                    .containsExactly("202", "200", "404");
        }
    }

    @Test
    void refuses_what_is_framed_wrongly_without_a_5xx() throws IOException {
        for (String framing : new String[] {
            "Content-Length: 5\r\nTransfer-Encoding: chunked",
            "Content-Length: -1",
            "Content-Length: 5\r\nContent-Length: 6"
        }) {
            try (Socket socket = connect()) {
                write(socket, head("/alerts", framing) + "{}");
                assertThat(readAll(socket)).as(framing).startsWith("HTTP/1.1 400 ");
            }
        }
        try (Socket socket = connect()) {
            write(socket, head("/alerts", "Transfer-Encoding: chunked") + "zz\r\n{}\r\n");
            assertThat(readAll(socket)).startsWith("HTTP/1.1 400 ");
        }
        assertThat(desk.accepted).isEmpty();
    }

    @Test
    void logs_path_status_and_alert_and_neither_token_nor_query_nor_body() throws IOException {
        String planted = "planted-secret-0123456789";
        try (Socket socket = connect()) {
            String body = common(WEB_01).replace("too many resets", planted);
            write(
                    socket,
                    "POST /alerts?token=" + ReceiverTest.TOKEN + "&x=" + planted
                            + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\n"
                            + "Authorization: Bearer " + planted + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                            + body);
            assertThat(readAll(socket)).startsWith("HTTP/1.1 202 ");
        }
        try (Socket socket = connect()) {
            write(socket, "GET /alerts?token=" + planted + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(readAll(socket)).startsWith("HTTP/1.1 401 ").doesNotContain(planted);
        }
        try (Socket socket = connect()) {
            write(socket, "GET /%zz?token=" + planted + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(readAll(socket)).startsWith("HTTP/1.1 400 ").doesNotContain(planted);
        }
        desk.broken = true;
        try (Socket socket = connect()) {
            String body = common(WEB_01);
            write(socket, head("/alerts?x=" + planted, "Connection: close\r\nContent-Length: " + body.length()) + body);
            assertThat(readAll(socket)).startsWith("HTTP/1.1 500 ");
        }
        receiver.close();
        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
                .extracting(ILoggingEvent::getFormattedMessage)
                .anySatisfy(line -> assertThat(line)
                        .matches("POST /alerts 202 \\d+ ms alert="
                                + desk.accepted.get(0).alert().id()))
                .noneMatch(line -> line.contains(planted) || line.contains(ReceiverTest.TOKEN));
    }

    private static String head(String path, String headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + ReceiverTest.TOKEN + "\r\n" + headers + "\r\n\r\n";
    }

    private Socket connect() throws IOException {
        return connect(receiver);
    }

    private static Socket connect(Receiver receiver) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), receiver.address().getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String readAll(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
