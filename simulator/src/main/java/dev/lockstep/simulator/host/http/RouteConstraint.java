package dev.lockstep.simulator.host.http;

import dev.lockstep.simulator.host.app.AppException;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A constraint of a route parameter (Microsoft Learn, "Routing in ASP.NET Core"). */
record RouteConstraint(String text, Predicate<String> test) {

  static RouteConstraint parse(String text) {
    int open = text.indexOf('(');
    String name = (open < 0 ? text : text.substring(0, open)).toLowerCase(Locale.ROOT);
    String argument =
        open < 0 || !text.endsWith(")") ? "" : text.substring(open + 1, text.length() - 1);
    return new RouteConstraint(text, test(name, argument, text));
  }

  private static Predicate<String> test(String name, String argument, String text) {
    return switch (name) {
      case "int" ->
          matches("-?\\d{1,10}").and(value -> fits(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
      case "long" -> matches("-?\\d{1,18}");
      case "bool" -> matches("(?i:true|false)");
      case "guid" -> matches("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
      case "decimal", "double", "float" -> matches("-?\\d+(?:\\.\\d+)?");
      case "alpha" -> matches("[a-zA-Z]*");
      case "required" -> value -> !value.isEmpty();
      case "regex" -> Pattern.compile(argument).asPredicate();
      case "length" -> length(argument);
      case "minlength" -> value -> value.length() >= Integer.parseInt(argument);
      case "maxlength" -> value -> value.length() <= Integer.parseInt(argument);
      case "min" -> whole().and(value -> fits(value, Long.parseLong(argument), Long.MAX_VALUE));
      case "max" -> whole().and(value -> fits(value, Long.MIN_VALUE, Long.parseLong(argument)));
      case "range" -> {
        String[] ends = argument.split(",", 2);
        yield whole().and(value -> fits(value, Long.parseLong(ends[0]), Long.parseLong(ends[1])));
      }
      default -> throw new AppException("unknown route constraint '" + text + "'");
    };
  }

  private static Predicate<String> length(String argument) {
    String[] ends = argument.split(",", 2);
    int least = Integer.parseInt(ends[0]);
    int most = ends.length == 1 ? least : Integer.parseInt(ends[1]);
    return value -> value.length() >= least && value.length() <= most;
  }

  private static Predicate<String> whole() {
    return matches("-?\\d{1,18}");
  }

  private static boolean fits(String value, long least, long most) {
    long number = Long.parseLong(value);
    return number >= least && number <= most;
  }

  private static Predicate<String> matches(String regex) {
    return Pattern.compile(regex).asMatchPredicate();
  }
}
