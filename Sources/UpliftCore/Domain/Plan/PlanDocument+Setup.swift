import Foundation

extension PlanDocument {
  /// What `definition` says: which sections, in which order, on which paper.
  public struct Setup: Codable, Hashable, Sendable {
    public enum Page: String, CaseIterable, Codable, Sendable {
      case a4, letter
    }

    /// All sections in their order, each once.
    public private(set) var order: [PlanSection]
    /// Those that are left out.
    public var leftOut: Set<PlanSection>
    public var page: Page
    /// On the cover; nil: the day on which it is made.
    public var day: CalendarDay?

    public init(
      order: [PlanSection] = PlanSection.allCases, leftOut: Set<PlanSection> = [],
      page: Page = .a4, day: CalendarDay? = nil
    ) {
      self.order = Self.completed(order)
      self.leftOut = leftOut
      self.page = page
      self.day = day
    }

    /// Only these sections, in this order.
    public init(only sections: [PlanSection], page: Page = .a4, day: CalendarDay? = nil) {
      self.init(
        order: sections, leftOut: Set(PlanSection.allCases).subtracting(sections), page: page,
        day: day)
    }

    /// Those that are in the document, in order.
    public var sections: [PlanSection] { order.filter { !leftOut.contains($0) } }

    public func includes(_ section: PlanSection) -> Bool { !leftOut.contains(section) }

    public mutating func set(_ section: PlanSection, isIncluded: Bool) {
      if isIncluded { leftOut.remove(section) } else { leftOut.insert(section) }
    }

    /// Puts a section at a place, counted from 0 among all the others.
    public mutating func move(_ section: PlanSection, to place: Int) {
      order.removeAll { $0 == section }
      order.insert(section, at: min(max(place, 0), order.count))
    }

    /// What an edit that made `other` of this was about: sections that were put in or left out, or
    /// else the one that was moved.
    public func changed(in other: Setup) -> [PlanSection] {
      let turned = other.order.filter { includes($0) != other.includes($0) }
      guard turned.isEmpty, order != other.order else { return turned }
      func without(_ section: PlanSection, _ order: [PlanSection]) -> [PlanSection] {
        order.filter { $0 != section }
      }
      // Of two neighbours that changed places either can have been moved: it is the one that comes
      // first now.
      return other.order.first { without($0, order) == without($0, other.order) }.map { [$0] } ?? []
    }

    /// How an edit that made `other` of this is called.
    public func editName(to other: Setup) -> EditName {
      let changed = changed(in: other)
      guard changed.count == 1, let section = changed.first else {
        guard changed.isEmpty else { return .chooseSections }
        return page != other.page ? .setPaper : day != other.day ? .editDetails : .chooseSections
      }
      guard includes(section) == other.includes(section) else {
        return other.includes(section) ? .includeSection : .leaveOutSection
      }
      return .moveSection
    }

    /// Each once; those that are missing come last, in the usual order.
    private static func completed(_ order: [PlanSection]) -> [PlanSection] {
      var seen = Set<PlanSection>()
      return (order + PlanSection.allCases).filter { seen.insert($0).inserted }
    }

    private enum CodingKeys: String, CodingKey {
      case order = "sections"
      case leftOut
      case page
      case day
    }

    /// What this version does not know is passed over.
    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      func sections(_ key: CodingKeys) -> [PlanSection] {
        let names = (try? values.decodeIfPresent([String].self, forKey: key)) ?? nil
        return (names ?? []).compactMap(PlanSection.init)
      }
      let page = (try? values.decodeIfPresent(String.self, forKey: .page)) ?? nil
      let day = (try? values.decodeIfPresent(CalendarDay.self, forKey: .day)) ?? nil
      self.init(
        order: sections(.order), leftOut: Set(sections(.leftOut)),
        page: page.flatMap(Page.init) ?? .a4, day: day)
    }

    public func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(order.map(\.rawValue), forKey: .order)
      try values.encode(order.filter(leftOut.contains).map(\.rawValue), forKey: .leftOut)
      try values.encode(page, forKey: .page)
      try values.encodeIfPresent(day, forKey: .day)
    }
  }

  /// The usual one when `definition` is empty or cannot be read.
  public var setup: Setup {
    get {
      (try? JSONDecoder().decode(Setup.self, from: Data(definition.utf8))) ?? Setup()
    }
    set {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      guard let data = try? encoder.encode(newValue) else { return }
      definition = String(decoding: data, as: UTF8.self)
    }
  }
}
