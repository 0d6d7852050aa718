import Foundation
import UpliftCore

/// How a place is remembered from one start of the program to the next.
nonisolated extension Place {
  /// Nil: a place of the moment, at which nobody begins.
  var code: String? {
    switch self {
    case .overview: "overview"
    case .people: "people"
    case .metrics: "metrics"
    case .dialogues: "dialogues"
    case .promises: "promises"
    case .initiatives: "initiatives"
    case .barriers: "barriers"
    case .planDocument: "plan"
    case .practice(let practice): "practice \(practice.rawValue)"
    case .journey(let id): "journey \(id)"
    case .group(let id): "group \(id)"
    case .board(let id): "board \(id)"
    case .comparison, .past: nil
    }
  }

  /// Nil: nothing that this program, or this workspace, has.
  init?(code: String, in outline: WorkspaceOutline) {
    let parts = code.split(separator: " ").map(String.init)
    let id = parts.count == 2 ? UUID(uuidString: parts[1]) : nil
    let plain: [Place] = [
      .overview, .people, .metrics, .dialogues, .promises, .initiatives, .barriers, .planDocument,
    ]
    let found: Place? =
      switch (parts.first, id) {
      case ("journey", let id?) where outline.journeyMaps.contains { $0.id == id }: .journey(id)
      case ("group", let id?) where outline.groups.contains { $0.id == id }: .group(id)
      case ("board", let id?) where outline.boards.contains { $0.id == id }: .board(id)
      case ("practice", nil) where parts.count == 2:
        Practice(rawValue: parts[1]).map { .practice($0) }
      default: plain.first { $0.code == code }
      }
    guard let found else { return nil }
    self = found
  }
}
