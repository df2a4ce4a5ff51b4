package io.slipway.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.slipway.reports.text.Palette;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** The two streams a command prints on, in UTF-8, and whether they are terminals. */
public final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final Palette outPalette;
    private final Palette errPalette;
    private final boolean live;

    private Console(PrintStream out, PrintStream err, Palette outPalette, Palette errPalette, boolean live) {
        this.out = out;
        this.err = err;
        this.outPalette = outPalette;
        this.errPalette = errPalette;
        this.live = live;
    }

    /** The console of this process. */
    public static Console ofProcess() {
        String terminal = System.getenv("TERM");
        boolean dumb = terminal == null || terminal.isEmpty() || terminal.equals("dumb");
        boolean colour = !dumb
                && (System.getenv("NO_COLOR") == null
                        || System.getenv("NO_COLOR").isEmpty());
        boolean errTerminal = Tty.is(2);
        return new Console(
                stream(new FileOutputStream(FileDescriptor.out)),
                stream(new FileOutputStream(FileDescriptor.err)),
                colour && Tty.is(1) ? Palette.COLOUR : Palette.PLAIN,
                colour && errTerminal ? Palette.COLOUR : Palette.PLAIN,
                errTerminal && !dumb && !Tty.inBackground());
    }

    /** A console that is no terminal, on these streams. */
    public static Console plain(OutputStream out, OutputStream err) {
        return new Console(stream(out), stream(err), Palette.PLAIN, Palette.PLAIN, false);
    }

    private static PrintStream stream(OutputStream stream) {
        return new PrintStream(stream, true, UTF_8);
    }

    /** Where results go. */
    public PrintStream out() {
        return out;
    }

    /** Where progress and errors go. */
    public PrintStream err() {
        return err;
    }

    /** Colours for results. */
    public Palette outPalette() {
        return outPalette;
    }

    /** Colours for progress and errors. */
    public Palette errPalette() {
        return errPalette;
    }

    /** Whether progress can be drawn and redrawn. */
    public boolean live() {
        return live;
    }

    /** Results for picocli. */
    public PrintWriter outWriter() {
        return new PrintWriter(out, true, out.charset());
    }

    /** Errors for picocli. */
    public PrintWriter errWriter() {
        return new PrintWriter(err, true, err.charset());
    }

    /** Colours of the help. */
    public ColorScheme helpColours() {
        return CommandLine.Help.defaultColorScheme(outPalette == Palette.COLOUR ? Ansi.ON : Ansi.OFF);
    }

    /** Writes out what is buffered. */
    public void flush() {
        out.flush();
        err.flush();
    }
}
