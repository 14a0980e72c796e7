package dev.lockstep.simulator.dataplane.net;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of IPv4 addresses.
 *
 * @param base first address as number
 * @param bits length of the prefix, 0 to 32
 */
record Cidr(long base, int bits) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");
  private static final int WHOLE = 32;

  /** Reads {@code 10.0.0.0/24}, or one address; empty for anything else, such as a service tag. */
  static Optional<Cidr> parse(String text) {
    Matcher parts = FORM.matcher(text.trim());
    if (!parts.matches()) {
      return Optional.empty();
    }
    long number = 0;
    for (int part = 1; part <= 4; part++) {
      number = number << 8 | Integer.parseInt(parts.group(part));
    }
    int bits = Optional.ofNullable(parts.group(5)).map(Integer::parseInt).orElse(WHOLE);
    return Optional.of(new Cidr(number & mask(bits), bits));
  }

  boolean contains(String address) {
    return parse(address).filter(one -> (one.base() & mask(bits)) == base).isPresent();
  }

  private static long mask(int bits) {
    return bits == 0 ? 0 : -1L << (WHOLE - bits) & 0xFFFFFFFFL;
  }
}
