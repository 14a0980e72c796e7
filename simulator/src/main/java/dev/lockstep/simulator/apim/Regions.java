package dev.lockstep.simulator.apim;

import java.util.Locale;
import java.util.Map;

/** Display names of regions; API Management answers with them (recording apim.put-create). */
final class Regions {
  private static final Map<String, String> DISPLAY =
      Map.ofEntries(
          Map.entry("westeurope", "West Europe"),
          Map.entry("northeurope", "North Europe"),
          Map.entry("westus", "West US"),
          Map.entry("westus2", "West US 2"),
          Map.entry("eastus", "East US"),
          Map.entry("eastus2", "East US 2"),
          Map.entry("centralus", "Central US"),
          Map.entry("uksouth", "UK South"),
          Map.entry("germanywestcentral", "Germany West Central"),
          Map.entry("swedencentral", "Sweden Central"));

  private Regions() {}

  static String display(String location) {
    String compact = location.toLowerCase(Locale.ROOT).replace(" ", "");
    return DISPLAY.getOrDefault(compact, location);
  }

  static String compact(String location) {
    return location.toLowerCase(Locale.ROOT).replace(" ", "");
  }
}
