package dev.lockstep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.config.TestCertificates;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Azure writes differently and means the same, and what is a difference. */
class SameValueTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          true  | {'x':30}                       | {'x':30.0}
          false | {'x':30}                       | {'x':31}
          true  | {}                             | {'x':false}
          true  | {'x':null}                     | {'x':[]}
          true  | {'x':''}                       | {'x':null}
          true  | {'x':{}}                       | {'x':null}
          false | {}                             | {'x':true}
          false | {'x':true}                     | {'x':false}
          false | {'x':[1]}                      | {'x':[]}
          false | {'x':{'id':'a'}}               | {'x':null}
          true  | {'protocol':'https'}           | {'protocol':'Https'}
          true  | {'hostName':'API.contoso.com'} | {'hostName':'api.contoso.com'}
          false | {'path':'/Status'}             | {'path':'/status'}
          true  | {'probe':{'id':'/A/b','etag':1}} | {'probe':{'id':'/a/B'}}
          false | {'probe':{'id':'/A/b'}}        | {'probe':{'id':'/a/c'}}
          true  | {'a':[{'fqdn':'x'},{'fqdn':'y'}]} | {'a':[{'fqdn':'y'},{'fqdn':'x'}]}
          false | {'a':[{'fqdn':'x'},{'fqdn':'x'}]} | {'a':[{'fqdn':'x'}]}
          false | {'a':[{'fqdn':'x'}]}           | {'a':[{'fqdn':'x'},{'fqdn':'x'}]}
          false | {'a':{'0':1}}                  | {'a':[1]}
          false | {'a':'1'}                      | {'a':1}
          true  | {}                             | {'cookieBasedAffinity':'Disabled'}
          false | {'cookieBasedAffinity':'Enabled'} | {'cookieBasedAffinity':'Disabled'}
          true  | {'match':{'body':''}}          | {'match':{'statusCodes':['200-399']}}
          false | {'match':{'statusCodes':['200']}} | {'match':{'statusCodes':['200-399']}}
          true  | {'keyVaultSecretId':'https://KV.vault.azure.net/secrets/A/'} | {'keyVaultSecretId':'https://kv.vault.azure.net/secrets/a'}
          false | {'keyVaultSecretId':'https://kv.vault.azure.net/secrets/a/1'} | {'keyVaultSecretId':'https://kv.vault.azure.net/secrets/a'}
          """)
  void readAndWanted(boolean same, String read, String wanted) {
    List<FieldChange> changes = FieldMerge.into(Json.of(read), Json.of(wanted), "p");

    assertThat(changes.isEmpty()).isEqualTo(same);
  }

  @Test
  void certificatesAreComparedByTheirContent() {
    JsonNode der = Json.MAPPER.createObjectNode().textNode(TestCertificates.DER);
    JsonNode pem = Json.MAPPER.createObjectNode().textNode(TestCertificates.PEM);
    JsonNode other = Json.MAPPER.createObjectNode().textNode("AAAA");

    assertThat(SameValue.test("data", pem, der)).isTrue();
    assertThat(SameValue.test("data", other, der)).isFalse();
  }

  @Test
  void whatMeansTheSameKeepsItsSpelling() {
    ObjectNode read = Json.of("{'protocol':'https','probe':{'id':'/A/b'},'future':{'deep':[1]}}");
    ObjectNode before = read.deepCopy();

    FieldMerge.into(read, Json.of("{'protocol':'Https','probe':{'id':'/a/b'}}"), "p");

    assertThat(read).isEqualTo(before);
  }

  @Test
  void aMergeKeepsWhatItDoesNotKnowAtEveryDepth() {
    ObjectNode read = Json.of("{'match':{'body':'ok','statusCodes':['200']},'future':1}");

    List<FieldChange> changes =
        FieldMerge.into(
            read, Json.of("{'match':{'statusCodes':['200-399']},'new':{'id':'/x'}}"), "p");

    assertThat(read)
        .isEqualTo(
            Json.of(
                "{'match':{'body':'ok','statusCodes':['200-399']},'future':1,'new':{'id':'/x'}}"));
    assertThat(changes)
        .extracting(FieldChange::path)
        .containsExactly("p.match.statusCodes", "p.new.id");
    assertThat(changes.get(0).before()).isPresent();
    assertThat(changes.get(1).before()).isEmpty();
  }

  @Test
  void whatMustBeAbsentGoes() {
    ObjectNode read = Json.of("{'redirectConfiguration':{'id':'/r'},'ruleType':'Basic'}");

    List<FieldChange> changes =
        FieldMerge.into(read, Json.of("{'redirectConfiguration':null}"), "properties");

    assertThat(read).isEqualTo(Json.of("{'ruleType':'Basic'}"));
    assertThat(changes).singleElement().satisfies(c -> assertThat(c.after()).isEmpty());
  }
}
