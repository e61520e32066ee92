package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CursorTest {
    private final Cursor cursor = new Cursor(10);

    @Test
    void takesOnlyTheNextEvent() {
        assertThat(cursor.advance(10)).isFalse();
        assertThat(cursor.advance(11)).isTrue();
        assertThat(cursor.advance(11)).isFalse();
        assertThat(cursor.position()).isEqualTo(11);
        assertThat(cursor.isBehind()).isFalse();
    }

    @Test
    void anEventThatIsFurtherIsRememberedAsMissing() {
        assertThat(cursor.advance(13)).isFalse();
        assertThat(cursor.isBehind()).isTrue();
        assertThat(cursor.advance(11)).isTrue();
        assertThat(cursor.advance(12)).isTrue();
        assertThat(cursor.isBehind()).isTrue();
        assertThat(cursor.advance(13)).isTrue();
        assertThat(cursor.isBehind()).isFalse();
    }

    @Test
    void whatTheServerTellsOfItsHeadCountsToo() {
        cursor.told(12);
        cursor.told(11);
        assertThat(cursor.isBehind()).isTrue();
        cursor.advance(11);
        cursor.advance(12);
        assertThat(cursor.isBehind()).isFalse();
    }

    @Test
    void aRestartForgetsWhatWasMissing() {
        cursor.told(2_000);
        cursor.restart();
        cursor.jump(1_000);
        assertThat(cursor.position()).isEqualTo(1_000);
        assertThat(cursor.isBehind()).isFalse();
    }

    @Test
    void aRestartKeepsWhatIsToldAfterIt() {
        cursor.restart();
        cursor.told(1_001);
        cursor.jump(1_000);
        assertThat(cursor.isBehind()).isTrue();
    }

    @Test
    void aJumpMayGoBack() {
        cursor.restart();
        cursor.jump(5);
        assertThat(cursor.position()).isEqualTo(5);
        assertThat(cursor.advance(6)).isTrue();
    }

    @Test
    void aSkipMovesThePositionAlone() {
        cursor.told(20);
        cursor.skip(15);
        assertThat(cursor.position()).isEqualTo(15);
        assertThat(cursor.isBehind()).isTrue();
    }
}
