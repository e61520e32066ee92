package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.ServerSpec;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.RememberedServer;
import hearth.protocol.Auth;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {
    private final MemoryKeepStore store = new MemoryKeepStore();
    private final Credentials credentials = new Credentials(store, new Random(3));

    @Test
    void aNewTokenIsOfTwoHundredFiftySixBitsAndKept() throws Exception {
        Auth.Guest auth = credentials.authFor("s1", "Ada");
        assertThat(auth.token().orElseThrow()).matches("[A-Za-z0-9_-]{43}");
        assertThat(store.token(new Account("s1", "Ada"))).isEqualTo(auth.token());
        assertThat(credentials.authFor("s1", "Ada")).isEqualTo(auth);
    }

    @Test
    void eachServerAndNameHasItsOwn() throws Exception {
        Auth.Guest ada = credentials.authFor("s1", "Ada");
        assertThat(credentials.authFor("s2", "Ada").token()).isNotEqualTo(ada.token());
        assertThat(credentials.authFor("s1", "Bo").token()).isNotEqualTo(ada.token());
    }

    @Test
    void aNameInAnotherFormIsTheSame() throws Exception {
        Auth.Guest ada = credentials.authFor("s1", "Ａｄａ");
        assertThat(credentials.authFor("s1", "Ada").token()).isEqualTo(ada.token());
    }

    @ParameterizedTest
    @CsvSource({"Ada, ada", "ada, ADA", "Straße, STRASSE", "Ａｄａ, aDA", "E\u0301va, \u00e9VA"})
    void aNameInAnotherCaseIsTheSameAlsoWhereNoWelcomeCame(String first, String next) throws Exception {
        Auth.Guest claimed = credentials.authFor("s1", first);
        assertThat(credentials.authFor("s1", next)).isEqualTo(new Auth.Guest(next, claimed.token()));
        assertThat(credentials.authFor("s2", next).token()).isNotEqualTo(claimed.token());
    }

    @Test
    void theNameThatAWelcomeGaveGoesBeforeOthersOfThatForm() throws Exception {
        store.keepToken(new Account("s1", "aDa"), "older");
        store.keepToken(new Account("s1", "Ada"), "welcomed");
        store.remember(
                new RememberedServer("s2", ServerSpec.hearth(SessionBench.ADDRESS), "x", "ada", SessionBench.AT));
        store.remember(
                new RememberedServer("s1", ServerSpec.hearth(SessionBench.ADDRESS), "x", "Ada", SessionBench.AT));
        assertThat(credentials.authFor("s1", "ADA").token()).contains("welcomed");
        assertThat(credentials.authFor("s1", "aDa").token()).contains("older");
    }

    @Test
    void theNameThatTheServerGivesLeadsToTheTokenToo() throws Exception {
        Auth.Guest auth = credentials.authFor("s1", "ada");
        credentials.welcomed(new Account("s1", "Ada"), auth);
        assertThat(store.token(new Account("s1", "Ada"))).isEqualTo(auth.token());
        credentials.welcomed(new Account("s1", "Ada"), new Auth.Guest("Ada", Optional.of("other")));
        assertThat(store.token(new Account("s1", "Ada"))).isEqualTo(auth.token());
    }
}
