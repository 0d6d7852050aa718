import Foundation

/// What somebody wants to see of a map. Several values of one field mean any of them, several
/// fields all of them; a field without values says nothing.
public struct JourneyFilter: Equatable, Sendable {
  public var personas: Set<UUID> = []
  public var departments: Set<UUID> = []
  public var kinds: Set<Lane.Kind> = []
  public var evidence: Set<EvidenceLevel> = []
  public var tags: Set<UUID> = []
  public var channels: Set<UUID> = []
  /// Every word of it is to stand somewhere in a card's text or source, whatever its case and
  /// accents.
  public var text = ""

  public init() {}

  /// Asks for nothing: everything matches.
  public var isEmpty: Bool { fieldCount == 0 }

  /// How many fields ask for something.
  public var fieldCount: Int {
    [
      personas.isEmpty, departments.isEmpty, kinds.isEmpty, evidence.isEmpty, tags.isEmpty,
      channels.isEmpty, words.isEmpty,
    ].count { !$0 }
  }

  /// The words of `text` as they are compared.
  var words: [String] {
    text.split(whereSeparator: \.isWhitespace).map { Self.comparable(String($0)) }
  }

  /// Without case and accents.
  static func comparable(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    return text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }

  /// Without what is not in the workspace any more.
  public func keeping(
    personas knownPersonas: [Persona], departments knownDepartments: [Department],
    tags knownTags: [Tag], channels knownChannels: [Channel]
  ) -> JourneyFilter {
    var filter = self
    filter.personas.formIntersection(knownPersonas.map(\.id))
    filter.departments.formIntersection(knownDepartments.map(\.id))
    filter.tags.formIntersection(knownTags.map(\.id))
    filter.channels.formIntersection(knownChannels.map(\.id))
    return filter
  }
}
