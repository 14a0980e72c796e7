package dev.lockstep.model;

/** Punycode (RFC 3492), the encoding of internationalised labels; names as in section 6. */
final class Punycode {
  private static final int BASE = 36;
  private static final int TMIN = 1;
  private static final int TMAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int INITIAL_BIAS = 72;
  private static final int INITIAL_N = 0x80;

  private Punycode() {}

  /** The label without the prefix {@code xn--}. */
  static String encode(String label) {
    int[] points = label.codePoints().toArray();
    StringBuilder out = new StringBuilder();
    for (int point : points) {
      if (point < INITIAL_N) {
        out.append((char) point);
      }
    }
    int basic = out.length();
    if (basic > 0) {
      out.append('-');
    }
    int n = INITIAL_N;
    int delta = 0;
    int bias = INITIAL_BIAS;
    for (int handled = basic; handled < points.length; n++, delta++) {
      int next = Integer.MAX_VALUE;
      for (int point : points) {
        next = point >= n ? Math.min(next, point) : next;
      }
      delta += (next - n) * (handled + 1);
      n = next;
      for (int point : points) {
        if (point < n) {
          delta++;
        } else if (point == n) {
          number(delta, bias, out);
          bias = adapt(delta, handled + 1, handled == basic);
          delta = 0;
          handled++;
        }
      }
    }
    return out.toString();
  }

  private static void number(int delta, int bias, StringBuilder out) {
    int rest = delta;
    for (int k = BASE; ; k += BASE) {
      int t = Math.max(TMIN, Math.min(TMAX, k - bias));
      if (rest < t) {
        out.append(digit(rest));
        return;
      }
      out.append(digit(t + (rest - t) % (BASE - t)));
      rest = (rest - t) / (BASE - t);
    }
  }

  private static int adapt(int delta, int points, boolean first) {
    int left = first ? delta / DAMP : delta / 2;
    left += left / points;
    int k = 0;
    for (; left > ((BASE - TMIN) * TMAX) / 2; k += BASE) {
      left /= BASE - TMIN;
    }
    return k + (BASE - TMIN + 1) * left / (left + SKEW);
  }

  private static char digit(int value) {
    return (char) (value < 26 ? 'a' + value : '0' + value - 26);
  }
}
