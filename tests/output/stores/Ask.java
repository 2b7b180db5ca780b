import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.TDB2Factory;

/** Loads a file into TDB2 and answers every query of a folder beside it: Ask FILE FOLDER. */
class Ask {
    public static void main(String[] given) throws Exception {
        Dataset dataset = TDB2Factory.createDataset();
        dataset.begin(ReadWrite.WRITE);
        // Debian lacks the provider of JSON that Jena's own reader of JSON-LD 1.1 asks for
        boolean tree = given[0].endsWith(".jsonld");
        RDFParserBuilder reading = RDFParser.create().source(given[0]);
        (tree ? reading.forceLang(Lang.JSONLD10) : reading).parse(dataset);
        dataset.commit();
        dataset.end();
        if (!given[0].endsWith(".ttl")) ARQ.getContext().setTrue(TDB2.symUnionDefaultGraph);
        dataset.begin(ReadWrite.READ);
        try (Stream<Path> files = Files.list(Path.of(given[1]))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".rq")).toList()) {
                Path answer = Path.of(file.toString().replace(".rq", ".json"));
                try (QueryExecution asked = QueryExecutionFactory.create(Files.readString(file), dataset);
                        OutputStream written = Files.newOutputStream(answer)) {
                    ResultSetFormatter.outputAsJSON(written, asked.execSelect());
                }
            }
        }
        System.exit(0);
    }
}
