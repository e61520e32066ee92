package hearth.client.ui.connect;

import hearth.client.link.DialectName;
import hearth.client.link.recognition.Finding;
import hearth.client.link.recognition.Recogniser;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Finds what the test says: at once a server of ours, unless told otherwise. */
public final class FakeRecogniser implements Recogniser {
    /** What was asked for, oldest first. */
    public final List<URI> asked = new ArrayList<>();

    private CompletableFuture<Finding> answer =
            CompletableFuture.completedFuture(new Finding.Certain(DialectName.HEARTH));

    @Override
    public CompletableFuture<Finding> recognise(URI address) {
        asked.add(address);
        return answer;
    }

    /** This is found from now on, at once. */
    public FakeRecogniser finding(Finding finding) {
        answer = CompletableFuture.completedFuture(finding);
        return this;
    }

    /** Nothing is found until the returned stage is completed. */
    public CompletableFuture<Finding> searching() {
        answer = new CompletableFuture<>();
        return answer;
    }
}
