import Foundation

extension String {
  /// Nothing but white space.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// For telling whether two texts name the same: without white space at the ends, without regard
  /// to case.
  var folded: String { trimmingCharacters(in: .whitespacesAndNewlines).lowercased() }
}
