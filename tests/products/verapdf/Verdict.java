import java.io.File;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;

/** Validates PDF files against PDF/UA-1 and writes one line for each: name, assertions, failures. */
public class Verdict {
    private static final PDFAFlavour UA1 = PDFAFlavour.PDFUA_1;

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        int rules = Profiles.getVeraProfileDirectory().getValidationProfileByFlavour(UA1).getRules().size();
        System.out.println("rules\t" + rules);
        for (String file : files) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), UA1)) {
                PDFAValidator validator = Foundries.defaultInstance().createValidator(UA1, false);
                ValidationResult result = validator.validate(parser);
                System.out.println(file + "\t" + result.getTotalAssertions() + "\t" + failures(result));
            }
        }
    }

    private static TreeMap<String, String> failures(ValidationResult result) {
        TreeMap<String, String> found = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                found.putIfAbsent(rule, assertion.getMessage().replaceAll("\\s+", " "));
            }
        }
        return found;
    }
}
