package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hearth.client.session.ConnectionState;
import hearth.client.session.SessionEvent;
import hearth.client.store.Salvaged;
import hearth.client.transport.Ending;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import hearth.protocol.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the window says of each state of the connection, and what its button does. */
class BannerFxTest {
    private static final ConnectionState WAITING =
            new ConnectionState.Waiting(Workshop.NOW.plusSeconds(12), Duration.ofSeconds(12), new Ending.Refused(""));
    private static final ConnectionState STALE = new ConnectionState.Stale(Workshop.NOW.minusSeconds(18));
    private static final ConnectionState REFUSED = new ConnectionState.Refused(
            new ConnectionState.RefusalReason(ConnectionState.Kind.LOGIN, Optional.of(ErrorCode.NAME_TAKEN), ""));

    private final FakeChatSession session =
            new FakeChatSession().tell(Workshop.full().toArray(SessionEvent[]::new));

    static Stream<Arguments> states() {
        Locale zh = Locale.SIMPLIFIED_CHINESE;
        return Stream.of(
                Arguments.of(
                        Locale.UK,
                        new ConnectionState.Offline(),
                        "Offline",
                        "You are offline. You can read and write; messages wait until you are connected."),
                Arguments.of(zh, new ConnectionState.Offline(), "离线", "当前离线。可以照常阅读和书写，消息会在连接后发出。"),
                Arguments.of(
                        Locale.UK, WAITING, "Waiting · 0:12", "No connection to Workshop. Next try in 12 seconds."),
                Arguments.of(zh, WAITING, "等待重连 · 0:12", "无法连接到 Workshop。12 秒后重试。"),
                Arguments.of(
                        Locale.UK,
                        STALE,
                        "No answer · 0:18",
                        "The server has been silent for 18 seconds. Checking the connection…"),
                Arguments.of(zh, STALE, "无响应 · 0:18", "服务器已 18 秒没有响应。正在检查连接…"),
                Arguments.of(
                        Locale.UK,
                        REFUSED,
                        "Not let in",
                        "Workshop did not let you in: the name “Ada” belongs to somebody else."),
                Arguments.of(zh, REFUSED, "登录被拒绝", "Workshop 拒绝了登录：名字“Ada”已被他人使用。"));
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyStateIsSaidInTheStateLineAndInTheBanner(
            Locale locale, ConnectionState state, String line, String banner) {
        try (ChatWindow window = ChatWindow.inChat(session, locale, 1100, 720)) {
            session.state(state);
            window.awaitReads(line);
            window.awaitReads(banner);
        }
    }

    @Test
    void onlineHasNoBanner() {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            assertThat(window.reads("Online · 12 people")).isTrue();
            assertThat(window.isShown("#banner")).isFalse();
        }
    }

    @Test
    void aDamagedFileIsToldInTheChatToo() {
        try (ChatWindow window = ChatWindow.inChat(session, Locale.SIMPLIFIED_CHINESE, 1100, 720)) {
            window.salvaged(
                    new Salvaged(Path.of("keep.db"), Path.of("keep.db.damaged-1"), new Salvaged.Counts(1, 2, 3, 4, 5)));
            window.awaitReads("文件 keep.db 已损坏，已移到 keep.db.damaged-1。从中救回：服务器 1 个");
            assertThat(window.isShown("#composer")).isTrue();
            window.click("#window-notice .button");
            window.awaitGone("keep.db");
        }
    }

    @Test
    void tryNowTriesNow() {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            session.state(WAITING);
            window.clickWords("Try now");
            assertThat(session.commands("retryNow")).hasSize(1);
        }
    }

    @Test
    void offlineConnectsOnRequest() {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            session.state(new ConnectionState.Offline());
            window.click("#banner-action");
            assertThat(session.commands("connect")).hasSize(2);
        }
    }

    @Test
    void aRefusalLeadsBackToTheFirstScreenWithItsReason() {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            session.state(REFUSED);
            window.clickWords("Choose a name");
            window.awaitReads("The name “Ada” is taken on Workshop");
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> session.commands("shutDown").size() == 1);
            assertThat(window.textIn("#connect-address")).isEqualTo("192.168.1.20:7878");
        }
    }

    @Test
    void withoutAConnectionNobodySaysWhoIsOnline() {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            assertThat(window.reads("Online · 8")).isTrue();
            session.state(WAITING);
            window.awaitReads("Who is online shows again when you are connected.");
            assertThat(window.reads("Online · 8")).isFalse();
        }
    }

    @Test
    void whatWaitsForTheConnectionCanBeGivenUp() {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            session.state(WAITING);
            window.awaitReads("1 message waits for the connection, kept on this computer.");
            window.clickWords("Cancel");
            assertThat(session.commands("discard")).containsExactly("discard k2");
        }
    }
}
