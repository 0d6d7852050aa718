import CIntl
import Foundation

/// In which direction the program's language is read. Windows mirror by it, and so do maps and boards:
/// whoever reads from the right looks for the first column there, whatever stands in it.
public enum ReadingDirection {
  /// Codes of languages (ISO 639) that are written from right to left.
  static let rightToLeftLanguages: Set<String> = [
    "ar", "ckb", "dv", "fa", "he", "iw", "ks", "ku", "ps", "sd", "syr", "ug", "ur", "yi",
  ]

  /// Of the language that the program was started in.
  public static var isRightToLeft: Bool {
    isRightToLeft(
      locale: setlocale(LC_MESSAGES, nil).map { String(cString: $0) } ?? "C",
      languages: ProcessInfo.processInfo.environment["LANGUAGE"] ?? "")
  }

  /// - Parameters:
  ///   - locale: such as `ar_EG.UTF-8`; `C` says nothing of a language, nor do the languages then.
  ///   - languages: parted by colons; the first one counts before the locale.
  static func isRightToLeft(locale: String, languages: String) -> Bool {
    guard locale != "C", locale != "POSIX" else { return false }
    let wanted = languages.split(separator: ":").first.map(String.init) ?? locale
    let code = wanted.prefix { $0.isLetter }.lowercased()
    return rightToLeftLanguages.contains(code)
  }
}
