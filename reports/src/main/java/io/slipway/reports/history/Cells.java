package io.slipway.reports.history;

import io.slipway.reports.history.CheckHistory.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How one check came out each time, under construction. */
final class Cells {
    private final List<Result> results;
    private final List<String> said;
    private String seen = "";

    Cells(int times) {
        results = new ArrayList<>(Collections.nCopies(times, Result.ABSENT));
        said = new ArrayList<>(Collections.nCopies(times, ""));
    }

    void put(int time, Result result, String what) {
        results.set(time, result);
        said.set(time, result == Result.FAILED || result == Result.WARNED ? what : "");
        seen = what;
    }

    CheckHistory.Line line(String step, String check, List<CheckHistory.Time> times) {
        Trend trend = Trend.of(results.subList(0, told(times)));
        return new CheckHistory.Line(step, check, results, trend, seen, said);
    }

    /** So many times tell the trend: not those after the last answer that need not have asked, such as a failed rollout. */
    private int told(List<CheckHistory.Time> times) {
        int last = results.size();
        while (last > 1 && results.get(last - 1) == Result.ABSENT) {
            last--;
        }
        for (int later = last; later < results.size(); later++) {
            CheckHistory.Time time = times.get(later);
            if (time.isWhole() && isAskedBy(time.looks(), times)) {
                return results.size();
            }
        }
        return last;
    }

    private boolean isAskedBy(boolean looks, List<CheckHistory.Time> times) {
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) != Result.ABSENT && times.get(i).looks() == looks) {
                return true;
            }
        }
        return false;
    }
}
