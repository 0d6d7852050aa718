import Foundation

/// What a column of the table of members shows, in its order.
public enum MemberField: Int, CaseIterable, Sendable {
  case name, function, level, site, shift, tenure, termStart, termEnd, successor

  public var isDay: Bool { self == .termStart || self == .termEnd }
}

extension Member {
  public func text(_ field: MemberField, _ format: DayFormat = .local) -> String {
    switch field {
    case .name: name
    case .function: function
    case .level: level
    case .site: site
    case .shift: shift
    case .tenure: tenure
    case .termStart: termStart.map(format.text) ?? ""
    case .termEnd: termEnd.map(format.text) ?? ""
    case .successor: successor
    }
  }

  /// - Returns: false when the field takes a day and the text is none; then nothing is changed.
  public mutating func set(
    _ field: MemberField, to text: String, _ format: DayFormat = .local
  ) -> Bool {
    if field.isDay {
      let isBlank = text.allSatisfy(\.isWhitespace)
      let day = isBlank ? nil : format.day(text)
      guard isBlank || day != nil else { return false }
      if field == .termStart { termStart = day } else { termEnd = day }
      return true
    }
    switch field {
    case .name: name = text
    case .function: function = text
    case .level: level = text
    case .site: site = text
    case .shift: shift = text
    case .tenure: tenure = text
    case .successor: successor = text
    case .termStart, .termEnd: break
    }
    return true
  }
}
