import Foundation

extension WorkspaceContents {
  /// What steps are called, on one line each.
  var stepTitles: [UUID: String] {
    Dictionary(steps.map { ($0.id, $0.title.singleLine) }, uniquingKeysWith: { first, _ in first })
  }
}
