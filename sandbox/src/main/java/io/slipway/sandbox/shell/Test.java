package io.slipway.sandbox.shell;

import java.util.List;

/** {@code test} and {@code [ ]}: strings, numbers, files. */
final class Test {
    private Test() {}

    static int evaluate(List<String> args, Invocation call) {
        if (!args.isEmpty() && args.get(0).equals("!")) {
            return 1 - Math.min(1, evaluate(args.subList(1, args.size()), call));
        }
        return switch (args.size()) {
            case 0 -> 1;
            case 1 -> code(!args.get(0).isEmpty());
            case 2 -> unary(args.get(0), args.get(1), call);
            case 3 -> binary(args.get(0), args.get(1), args.get(2), call);
            default -> call.fail(2, "too many arguments");
        };
    }

    private static int unary(String operator, String operand, Invocation call) {
        return switch (operator) {
            case "-z" -> code(operand.isEmpty());
            case "-n" -> code(!operand.isEmpty());
            case "-f", "-r", "-s" -> code(call.host().read(operand).isPresent());
            case "-d" -> code(call.host().list(operand).isPresent());
            case "-e" ->
                code(call.host().read(operand).isPresent()
                        || call.host().list(operand).isPresent());
            default -> call.fail(2, operator + ": unknown operand");
        };
    }

    private static int binary(String left, String operator, String right, Invocation call) {
        if (operator.equals("=") || operator.equals("==")) {
            return code(left.equals(right));
        }
        if (operator.equals("!=")) {
            return code(!left.equals(right));
        }
        if (!left.trim().matches("-?\\d{1,18}") || !right.trim().matches("-?\\d{1,18}")) {
            return call.fail(2, "illegal number");
        }
        int order = Long.compare(Long.parseLong(left.trim()), Long.parseLong(right.trim()));
        return switch (operator) {
            case "-eq" -> code(order == 0);
            case "-ne" -> code(order != 0);
            case "-lt" -> code(order < 0);
            case "-le" -> code(order <= 0);
            case "-gt" -> code(order > 0);
            case "-ge" -> code(order >= 0);
            default -> call.fail(2, operator + ": unknown operand");
        };
    }

    private static int code(boolean holds) {
        return holds ? 0 : 1;
    }
}
