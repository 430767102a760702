// Judges each PDF named on the command line against PDF/A-1b with Apache PDFBox preflight.
// Prints "ok<TAB>file" or "bad<TAB>file<TAB>code details" for each defect; ends with 1 when there was one.

import java.io.File;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;

public class Preflight {
    public static void main(String[] files) throws Exception {
        boolean clean = true;
        for (String file : files) {
            ValidationResult result = judge(file);
            if (result.isValid()) {
                System.out.println("ok\t" + file);
                continue;
            }
            clean = false;
            for (ValidationResult.ValidationError error : result.getErrorsList()) {
                System.out.println("bad\t" + file + "\t" + error.getErrorCode() + " " + error.getDetails());
            }
        }
        System.exit(clean ? 0 : 1);
    }

    private static ValidationResult judge(String file) throws Exception {
        PreflightParser parser = new PreflightParser(new File(file));
        try {
            parser.parse();
            try (PreflightDocument document = parser.getPreflightDocument()) {
                document.validate();
                return document.getResult();
            }
        } catch (SyntaxValidationException fault) {
            return fault.getResult();
        }
    }
}
