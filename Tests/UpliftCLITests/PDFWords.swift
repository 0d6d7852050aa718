import Foundation
import Testing

/// The words of a PDF as `pdftotext` finds them, in any order.
func words(ofPDF path: String) async throws -> String {
  let outcome = try await Program.run([path, "-"], program: "/usr/bin/pdftotext")
  #expect(outcome.code == 0, "\(outcome.errors)")
  return normalized(outcome.output)
}

/// Expects each word of `texts` in `pdf`. Long words may be broken over lines, so that a word counts
/// as there when its letters follow one another in the text with spaces left out.
func expectWords(
  of texts: [String], in pdf: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let dense = pdf.filter { !$0.isWhitespace }
  for word in Set(texts.flatMap { normalized($0).split(whereSeparator: \.isWhitespace) }) {
    #expect(dense.contains(word), "“\(word)” is not in the PDF", sourceLocation: sourceLocation)
  }
}

/// Ligatures and presentation forms taken apart; what shapes text but is no letter left out.
private func normalized(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars
  where scalar.properties.generalCategory != .format && scalar.value != 0xFE0F {
    scalars.append(scalar)
  }
  return String(scalars)
}
