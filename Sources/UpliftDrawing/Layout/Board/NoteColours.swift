import Foundation
import UpliftCore

/// From what a board's notes take their colours. An author or theme keeps its colour whatever is
/// written, moved or added later.
public struct NoteColours: Sendable {
  /// Of notes with no author or theme.
  public static let none = Swatch.slate
  private static let order: [Swatch] = [
    .ochre, .blue, .green, .pink, .violet, .teal, .orange, .red,
  ]

  private let colouring: Board.Colouring
  private var byAuthor: [UUID: Swatch] = [:]
  private var byTheme: [String: Swatch] = [:]

  public init(_ contents: BoardContents) {
    colouring = contents.board.colouring
    switch colouring {
    case .column: break
    case .author:
      byAuthor = Self.spread(contents.members.map { ($0.id, Self.hash($0.id.uuidString)) })
    case .theme:
      // Those that came first choose first.
      var first: [String: (Instant, UUID)] = [:]
      for note in contents.notes.values where !note.isPrivate {
        let theme = Self.key(note.theme)
        guard !theme.isEmpty else { continue }
        let age = (note.createdAt, note.id)
        if let old = first[theme], old < age { continue }
        first[theme] = age
      }
      let themes = first.sorted { $0.value < $1.value }.map(\.key)
      byTheme = Self.spread(themes.map { ($0, Self.hash($0)) })
    }
  }

  /// Each its own as long as there are some left; then the one that it would like best.
  private static func spread<Key: Hashable>(_ wishes: [(Key, UInt64)]) -> [Key: Swatch] {
    var taken: Set<Swatch> = []
    var result: [Key: Swatch] = [:]
    for (key, wish) in wishes {
      let start = Int(wish % UInt64(order.count))
      let free = (0..<order.count).map { order[(start + $0) % order.count] }
        .first { !taken.contains($0) }
      let swatch = free ?? order[start]
      taken.insert(swatch)
      result[key] = swatch
    }
    return result
  }

  /// "Processes" and "processes " are one theme.
  static func key(_ theme: String) -> String {
    theme.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
  }

  /// FNV-1a: the same on every machine and at every start.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// - Parameter column: the colour of the note's column.
  public func swatch(of note: Note, column: Swatch) -> Swatch {
    if let own = note.colour { return own }
    return switch colouring {
    case .column: column
    case .author: note.authorID.flatMap { byAuthor[$0] } ?? Self.none
    case .theme: byTheme[Self.key(note.theme)] ?? Self.none
    }
  }
}
