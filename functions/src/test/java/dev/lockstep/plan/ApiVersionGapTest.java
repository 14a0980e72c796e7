package dev.lockstep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an older api-version would lose of a gateway. */
class ApiVersionGapTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a':1} | {'a':1} | ''",
        "{'a':1} | {'a':2} | ''",
        "{'a':1} | {} | ''",
        "{} | {'a':1} | a",
        "{} | {'a':0} | a",
        "{} | {'a':false} | a",
        "{} | {'a':true} | a",
        "{} | {'a':'x'} | a",
        "{} | {'a':''} | ''",
        "{} | {'a':null} | ''",
        "{} | {'a':[]} | ''",
        "{} | {'a':{}} | ''",
        "{'a':null} | {'a':{'b':1}} | ''",
        "{} | {'a':{'b':1}} | a",
        "{'a':{}} | {'a':{'b':1}} | a.b",
        "{'a':{'b':{}}} | {'a':{'b':{'c':1},'d':2}} | a.b.c a.d",
        "{'p':[{'name':'x'}]} | {'p':[{'name':'x','n':1}]} | p.n",
        "{'p':[{'name':'X'},{'name':'y','n':1}]} | {'p':[{'name':'y','n':1},{'name':'x'}]} | ''",
        "{'p':[{'name':'X'},{'name':'y','n':1}]} | {'p':[{'name':'y','n':1},{'name':'x','n':2}]} | p.n",
        "{'p':[{'name':'x'}]} | {'p':[{'name':'x'},{'name':'new','n':1}]} | ''",
        "{'p':[{'a':1},{'a':2}]} | {'p':[{'a':1},{'a':2,'n':1}]} | p.n",
        "{'p':[{'a':1}]} | {'p':[{'a':1},{'a':2,'n':1}]} | ''",
        "{'p':[1,2]} | {'p':[1,2,3]} | ''",
        "{'p':'x'} | {'p':[{'n':1}]} | ''"
      })
  void ofTwoReads(String ours, String newest, String lost) {
    assertThat(String.join(" ", ApiVersionGap.of(Json.of(ours), Json.of(newest)))).isEqualTo(lost);
  }

  @Test
  void aPropertyThatManyElementsHaveIsNamedOnce() {
    assertThat(
            ApiVersionGap.of(
                Json.of("{'properties':{'probes':[{'name':'a'},{'name':'b'}]}}"),
                Json.of("{'properties':{'probes':[{'name':'a','z':1},{'name':'b','z':1}]}}")))
        .containsExactly("properties.probes.z");
  }
}
