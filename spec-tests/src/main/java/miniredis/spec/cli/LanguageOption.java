package miniredis.spec.cli;

import miniredis.spec.i18n.Messages;
import miniredis.spec.specification.Translation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The language of the console and of the page. Other reports are in English: programs and other people read them. */
final class LanguageOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description =
                    "The language of the output and of index.html: en or ja (default: MINI_REDIS_LANGUAGE, or the system's).")
    private @Nullable String language;

    Messages messages() {
        if (language == null) {
            return Translation.in(Messages.ofThisUser());
        }
        return Messages.in(language)
                .map(Translation::in)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(), Messages.ENGLISH.text("usage.no-language", language)));
    }
}
