package hearth.client.ui.timeline;

import hearth.client.ui.common.EmojiTable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/** Takes a message's text apart: code, links, calls of the reader's name, emoji. What is in code or in a link stays in it. Immutable; safe from any thread. */
final class TextSpans {
    /** Whatever else somebody writes, a click must not start: files, scripts, other programs. */
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    /** Lines between two lines of three ticks, or words between two ticks of one line; what is not closed is no code. */
    private static final Pattern CODE = Pattern.compile(
            "(?<open>(?:^|\\n)```[^`\\n]*\\n)(?<lines>.*?)(?<close>\\n```[ \\t]*(?:\\n|$))|`(?<words>[^`\\n]+)`",
            Pattern.DOTALL);

    private final EmojiTable emoji;
    private final LinkExtractor links = LinkExtractor.builder()
            .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW, LinkType.EMAIL))
            .build();

    TextSpans(EmojiTable emoji) {
        this.emoji = emoji;
    }

    /**
     * The spans of a text, in order; together they are the text.
     *
     * @param called how the reader is called in it, as in {@code @Ada}; absent where nobody calls
     */
    List<TextSpan> of(String text, Optional<String> called) {
        List<TextSpan> spans = new ArrayList<>();
        if (text.indexOf('`') < 0) {
            addLinked(spans, text, called);
            return List.copyOf(spans);
        }
        int from = 0;
        for (Matcher code = CODE.matcher(text); code.find(); from = code.end()) {
            addLinked(spans, text.substring(from, code.start()), called);
            addCode(spans, code);
        }
        addLinked(spans, text.substring(from), called);
        return List.copyOf(spans);
    }

    private static void addCode(List<TextSpan> spans, Matcher code) {
        if (code.group("words") == null) {
            spans.add(new TextSpan.Fence(code.group("open")));
            spans.add(new TextSpan.CodeBlock(code.group("lines")));
            spans.add(new TextSpan.Fence(code.group("close")));
        } else {
            spans.add(new TextSpan.Fence("`"));
            spans.add(new TextSpan.Code(code.group("words")));
            spans.add(new TextSpan.Fence("`"));
        }
    }

    private void addLinked(List<TextSpan> spans, String text, Optional<String> called) {
        int from = 0;
        for (LinkSpan link : links.extractLinks(text)) {
            String words = text.substring(link.getBeginIndex(), link.getEndIndex());
            Optional<URI> target = target(link.getType(), words);
            if (target.isPresent()) {
                addWords(spans, text.substring(from, link.getBeginIndex()), called);
                spans.add(new TextSpan.Link(words, target.get()));
                from = link.getEndIndex();
            }
        }
        addWords(spans, text.substring(from), called);
    }

    private static Optional<URI> target(LinkType type, String words) {
        String address = switch (type) {
            case URL -> words;
            case WWW -> "http://" + words;
            case EMAIL -> "mailto:" + words;
        };
        try {
            URI target = new URI(address);
            return Optional.ofNullable(target.getScheme())
                    .map(scheme -> scheme.toLowerCase(Locale.ROOT))
                    .filter(SCHEMES::contains)
                    .map(_ -> target);
        } catch (URISyntaxException _) {
            // Then it is words that look like an address.
            return Optional.empty();
        }
    }

    private void addWords(List<TextSpan> spans, String text, Optional<String> called) {
        int from = 0;
        if (called.isPresent()) {
            for (Matcher calls = calls(called.get()).matcher(text); calls.find(); from = calls.end()) {
                addPieces(spans, text.substring(from, calls.start()));
                spans.add(new TextSpan.Mention(calls.group()));
            }
        }
        addPieces(spans, text.substring(from));
    }

    /** As the server finds it: nobody calls Ada in {@code @Adam}, or in an address. */
    private static Pattern calls(String name) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{Nd}])" + Pattern.quote(name) + "(?![\\p{L}\\p{M}\\p{Nd}_])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private void addPieces(List<TextSpan> spans, String text) {
        for (EmojiTable.Piece piece : emoji.pieces(text)) {
            spans.add(piece.picture()
                    .<TextSpan>map(cell -> new TextSpan.Emoji(piece.text(), cell))
                    .orElseGet(() -> new TextSpan.Words(piece.text())));
        }
    }
}
