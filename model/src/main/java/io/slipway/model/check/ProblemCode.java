package io.slipway.model.check;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of problems. Their titles, explanations and examples are in {@code problems.yaml} beside this class. */
public enum ProblemCode {
    SYNTAX(1),
    DUPLICATE_KEY(2),
    TOO_LARGE(3),
    ENCODING(4),
    UNSUPPORTED_YAML(5),
    NO_PIPELINE(6),
    LANGUAGE_VERSION(7),

    UNKNOWN_KEY(10),
    WRONG_TYPE(11),
    MISSING_KEY(12),
    NONE_OF(13),
    TOO_MANY_OF(14),
    UNKNOWN_WORD(15),
    BAD_VALUE(16),
    EMPTY(17),

    BAD_NAME(20),
    DUPLICATE_NAME(21),
    NAME_IS_NOT_FOLDER(22),

    UNKNOWN_NEED(30),
    CYCLE(31),
    NEVER_RUNS(32, Severity.WARNING),

    BAD_EXPRESSION(40),
    UNKNOWN_REFERENCE(41),
    DASH_IN_EXPRESSION(42),
    NOT_BEFORE(43),
    MAY_NOT_RUN(44),
    TYPE_MISMATCH(45),
    NO_EXPRESSION_HERE(46),
    SECRET_IN_EXPRESSION(47),
    UNKNOWN_OUTPUT(48),
    LOOSE_BRACES(49, Severity.WARNING),

    UNUSED_PARAMETER(50, Severity.WARNING),
    UNUSED_SECRET(51, Severity.WARNING),
    BAD_DEFAULT(52),
    BAD_PARAMETER(53),
    BAD_PROFILE(54),
    SECRET_AS_PARAMETER(55),
    ADDRESS_IN_THE_OPEN(56),

    NO_SUCH_FILE(60),
    EMPTY_GLOB(61),
    OUTSIDE_FOLDER(62),
    UNREADABLE_FILE(63),

    BAD_MANIFEST(70),
    INCOMPLETE_OBJECT(71),
    OBJECT_TWICE(72),
    SECRET_IN_MANIFEST(73),
    UNKNOWN_SUBSTITUTION(74),
    UNUSED_SUBSTITUTION(75, Severity.WARNING),
    BAD_IMAGE(76, Severity.WARNING),
    SECRET_IN_THE_OPEN(77, Severity.WARNING),

    NO_SUCH_STEP(80),
    LATER_STEP(81),
    NOT_A_DEPLOY(82),
    NOT_AN_OBJECT(83),

    UNKNOWN_GUIDE_ITEM(90),
    BAD_GUIDE(91),
    GUIDE_ITEM_NOT_CARRIED(92, Severity.WARNING),

    BAD_CRON(100),
    BAD_TIME_ZONE(101),
    BAD_VERSION_RANGE(102),
    NOT_POSITIVE(103),
    BAD_LOOP(104),
    NO_SUCH_PIPELINE(105),
    PIPELINE_RECURSION(106),

    UNKNOWN_PARAMETER(110),
    MISSING_PARAMETER(111),
    BAD_PARAMETER_VALUE(112),
    UNKNOWN_PROFILE(113),

    BAD_SHARE(120),
    WAVES_LEAVE_OUT(121),
    NO_TARGETS(122),
    BAD_SELECTOR(123),
    NO_FLEET(124);

    private final int number;
    private final Severity severity;

    ProblemCode(int number) {
        this(number, Severity.ERROR);
    }

    ProblemCode(int number, Severity severity) {
        this.number = number;
        this.severity = severity;
    }

    /** The code as users see it: {@code SW010}. It never changes its meaning. */
    public String code() {
        return String.format("SW%03d", number);
    }

    /** How bad problems of this kind are. */
    public Severity severity() {
        return severity;
    }

    /** What it means, with an example. */
    public ProblemDoc doc() {
        return ProblemDocs.of(this);
    }

    /** The kind with that code, in any case. */
    public static Optional<ProblemCode> byCode(String code) {
        return Arrays.stream(values())
                .filter(known -> known.code().equalsIgnoreCase(code))
                .findFirst();
    }
}
