package io.slipway.model.action;

import io.slipway.model.spec.Doc;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.ShortForm;
import java.util.List;
import java.util.Optional;

/**
 * A command for a container.
 *
 * <pre>{@code
 * command: [curl, -s, "http://localhost:8081/taskmanagers"]
 * command: "curl -s http://localhost:8081/taskmanagers | head -1"     # run by sh -c
 * }</pre>
 */
@Doc("A list of arguments, or a text run with sh -c.")
@ShortForm(value = "shell", list = "words")
@OneOf({"words", "shell"})
public record Command(
        @Doc("Program and arguments.") List<String> words,
        @Doc("Text for sh -c.") Optional<String> shell) {

    /** The words as a container takes them. */
    public List<String> argv() {
        return shell.map(text -> List.of("sh", "-c", text)).orElse(words);
    }
}
