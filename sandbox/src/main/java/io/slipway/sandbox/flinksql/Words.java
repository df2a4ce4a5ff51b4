package io.slipway.sandbox.flinksql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a statement, read one after another, each with its place for the message of the parser. */
final class Words {
    private static final Pattern WORD = Pattern.compile(
            "--[^\\n]*|/\\*.*?\\*/|('(?:[^']++|'')*'|`[^`]*`|[A-Za-z_]\\w*|\\d+(?:\\.\\d+)?|<>|<=|>=|[^\\s])",
            Pattern.DOTALL);

    private final String statement;
    private final List<String> words = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private int at;

    Words(String statement) {
        this.statement = statement;
        Matcher matcher = WORD.matcher(statement);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                words.add(matcher.group(1));
                places.add(matcher.start());
            }
        }
        while (!words.isEmpty() && words.getLast().equals(";")) {
            words.removeLast();
        }
    }

    boolean done() {
        return at >= words.size();
    }

    String peek() {
        return done() ? "<EOF>" : words.get(at);
    }

    boolean is(String word) {
        return peek().equalsIgnoreCase(word);
    }

    /** Takes these words when they come next. */
    boolean take(String... wanted) {
        for (int index = 0; index < wanted.length; index++) {
            if (at + index >= words.size() || !words.get(at + index).equalsIgnoreCase(wanted[index])) {
                return false;
            }
        }
        at += wanted.length;
        return true;
    }

    void expect(String word) throws SqlFault {
        if (!take(word)) {
            throw unexpected();
        }
    }

    String next() throws SqlFault {
        if (done()) {
            throw unexpected();
        }
        return words.get(at++);
    }

    /** A text in quotes. */
    String text() throws SqlFault {
        if (!peek().startsWith("'")) {
            throw unexpected();
        }
        String quoted = next();
        return quoted.substring(1, quoted.length() - 1).replace("''", "'");
    }

    /** A name of one or more parts; the last part is given. */
    String name() throws SqlFault {
        String name = part();
        while (take(".")) {
            name = part();
        }
        return name;
    }

    /** The same for what is made or used: a reserved word is no such name. */
    String object() throws SqlFault {
        for (int ahead = at; ahead < words.size(); ahead += 2) {
            if (Reserved.is(words.get(ahead))) {
                at = ahead;
                throw unexpected();
            }
            if (ahead + 1 >= words.size() || !words.get(ahead + 1).equals(".")) {
                break;
            }
        }
        return name();
    }

    private String part() throws SqlFault {
        if (!peek().matches("`[^`]*`|[A-Za-z_]\\w*")) {
            throw unexpected();
        }
        return next().replace("`", "");
    }

    /** What stands between the next parenthesis and its partner, word by word. */
    List<String> parentheses() throws SqlFault {
        expect("(");
        List<String> inside = new ArrayList<>();
        for (int depth = 1; depth > 0; ) {
            String word = next();
            depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
            if (depth > 0) {
                inside.add(word);
            }
        }
        return inside;
    }

    void skipRest() {
        at = words.size();
    }

    void end() throws SqlFault {
        if (!done()) {
            throw unexpected();
        }
    }

    SqlFault unexpected() {
        int place = done() ? statement.length() : places.get(at);
        String before = statement.substring(0, place);
        long line = before.chars().filter(each -> each == '\n').count() + 1;
        int column = place - before.lastIndexOf('\n');
        return SqlFault.parse("Encountered \"" + peek() + "\" at line " + line + ", column " + column + ".");
    }
}
