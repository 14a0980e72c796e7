package dev.lockstep.simulator.json;

import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MergePatchTest {
  /** The example of RFC 7396, section 3. */
  @Test
  void appliesTheExampleOfTheRfc() {
    var target =
        json(
            "{'title':'Goodbye!','author':{'givenName':'John','familyName':'Doe'},'tags':['example','sample'],'content':'This will be unchanged'}");
    var patch =
        json(
            "{'title':'Hello!','phoneNumber':'+01-123-456-7890','author':{'familyName':null},'tags':['example']}");
    assertThat(MergePatch.apply(target, patch))
        .isEqualTo(
            json(
                "{'title':'Hello!','author':{'givenName':'John'},'tags':['example'],'content':'This will be unchanged','phoneNumber':'+01-123-456-7890'}"));
  }

  @Test
  void hashesDoNotDependOnTheOrderOfFieldsButOnThatOfArrays() {
    assertThat(Canonical.hash(json("{'a':1,'b':{'c':2,'d':3}}")))
        .isEqualTo(Canonical.hash(json("{'b':{'d':3,'c':2},'a':1}")));
    assertThat(Canonical.hash(json("{'a':[1,2]}")))
        .isNotEqualTo(Canonical.hash(json("{'a':[2,1]}")));
    assertThat(Canonical.hash(json("{'a':1.0}"))).isNotEqualTo(Canonical.hash(json("{'a':1.00}")));
  }
}
