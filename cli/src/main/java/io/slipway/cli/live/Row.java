package io.slipway.cli.live;

import io.slipway.reports.text.Palette;
import io.slipway.reports.words.Mark;
import java.util.ArrayList;
import java.util.List;

/** A row of the screen, made of coloured pieces. It never gets wider than the screen: a wrapped row could not be redrawn. */
final class Row {
    private final List<Piece> pieces = new ArrayList<>();

    private record Piece(Mark.Tone tone, boolean bold, String text) {
        String painted(Palette palette, String shown) {
            if (bold) {
                return palette.bold(shown);
            }
            return tone == null ? shown : palette.paint(tone, shown);
        }
    }

    static Row of(String text) {
        return new Row().add(text);
    }

    Row add(String text) {
        pieces.add(new Piece(null, false, clean(text)));
        return this;
    }

    Row bold(String text) {
        pieces.add(new Piece(null, true, clean(text)));
        return this;
    }

    Row add(Mark.Tone tone, String text) {
        pieces.add(new Piece(tone, false, clean(text)));
        return this;
    }

    /** What steps say may hold anything; control characters would move the cursor. */
    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    String render(int width, Palette palette) {
        StringBuilder line = new StringBuilder();
        int left = width;
        for (Piece piece : pieces) {
            if (left <= 0) {
                break;
            }
            String shown = Columns.cut(piece.text(), left);
            line.append(piece.painted(palette, shown));
            left -= Columns.of(shown);
        }
        return line.toString();
    }
}
