import Foundation
import Testing

/// The words of a PDF as `pdftotext` finds them, in any order.
func words(ofPDF path: String) async throws -> String {
  let outcome = try await Program.run([path, "-"], program: "/usr/bin/pdftotext")
  #expect(outcome.code == 0, "\(outcome.errors)")
  return normalized(outcome.output)
}

/// Expects each word of `texts` in `pdf`. Long words may be broken over lines, so a word counts as
/// there when its letters follow one another in the text with spaces left out.
func expectWords(
  of texts: [String], in pdf: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let dense = pdf.filter { !$0.isWhitespace }
  let loose = loosened(dense)
  for word in Set(texts.flatMap { normalized($0).split(whereSeparator: \.isWhitespace) }) {
    let isThere = dense.contains(word) || loose.contains(loosened(String(word)))
    #expect(isThere, "“\(word)” is not in the PDF", sourceLocation: sourceLocation)
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

/// Poppler turns the two letters of the Arabic ligature lam-alef around, and sets Thai tone marks
/// apart from their letters, though both are right in the file.
private func loosened(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars where !(0x0E34...0x0E4E).contains(scalar.value) {
    scalars.append(scalar)
  }
  return String(scalars).replacing("\u{0627}\u{0644}", with: "\u{0644}\u{0627}")
}
