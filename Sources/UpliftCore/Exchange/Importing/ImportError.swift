import Foundation

/// Why an input was refused, whole. Its sentence is made in `ImportError+Sentence.swift`.
public struct ImportError: Error, Hashable, Sendable {
  /// The input's name as the user knows it; nil for text that came from no file.
  public var file: String?
  public var place: Place
  public var reason: Reason

  /// Where in the input; what is not known is nil.
  public struct Place: Hashable, Sendable {
    /// From 1.
    public var line: Int?
    /// The record's kind and its number in its list, from 1: "card 12".
    public var kind: EntityKind?
    public var number: Int?

    public init(line: Int? = nil, kind: EntityKind? = nil, number: Int? = nil) {
      self.line = line
      self.kind = kind
      self.number = number
    }

    public static let unknown = Place()
    public static func line(_ line: Int) -> Place { Place(line: line) }
  }

  public enum Reason: Hashable, Sendable {
    // The file
    case unreadable(String)
    case notARegularFile
    case empty
    case tooLarge(bytes: Int, limit: Int)
    case unknownFormat
    /// A workspace, which is opened and not imported.
    case isWorkspace
    /// Neither UTF-8 nor UTF-16; `byte` counts from 0.
    case notText(byte: Int)
    case nulCharacter

    // JSON
    case unexpected(found: String, expected: String)
    case endsEarly
    /// The file ends before what opens with `mark` in a line is closed.
    case cutOff(mark: String, line: Int)
    case badNumber(String)
    case badEscape
    case controlCharacter
    case nestedTooDeep(limit: Int)
    case notUplift
    case versionUnknown(String)
    case unknownKey(String)
    case repeatedKey(String)
    case missingKey(String)
    case mustBeText(key: String)
    case mustBeWholeNumber(key: String)
    case mustBeNumber(key: String)
    case mustBeTrueOrFalse(key: String)
    case notAmong(key: String, value: String, allowed: [String])
    case badValue(key: String, value: String)
    case outOfRange(key: String, value: String, lower: String, upper: String?)
    case repeatedID(String)
    case noSuchRecord(key: String, kind: EntityKind, id: String)
    case doesNotBelong(key: String, to: EntityKind)
    case repeatedPair(String, String)
    case voteTarget
    case tooManyVotes
    case basisCircle
    /// With the sentence that says what is wrong with it.
    case picture(String)

    // Mermaid
    case noJourney
    case noTaskScore(task: String)
    case badScore(task: String, score: String)
    case taskWithoutName
    case colonInSection(String)
    case unclosedDescription
    case unclosedFrontMatter

    // CSV
    case noHeader
    /// None of the headings is one of these.
    case noKnownColumn([String])
    case noColumn(String)
    case repeatedColumn(String)
    case unclosedQuote
    case textAfterQuote
    case cellCount(found: Int, expected: Int)
    case badCell(column: String, value: String, allowed: String)
    case noStep
    case noLane
    case noBoardColumn
    case noMemberName
    /// Nothing is there yet to which the records could belong.
    case noOwner(EntityKind)
    /// Rows that cannot be read: the first of them, each with its line, and how many there are.
    case badRows([ImportError], count: Int)
    /// In MB.
    case rowTooLong(limit: Int)
    /// A column with more different values than can be told apart.
    case tooManyValues(column: String, limit: Int)
    /// A heading, and nothing below it.
    case noRows
    /// Not one row has something that can be counted in this column.
    case noAnswers(column: String)
    /// "03/04/2026" may be in March or in April.
    case unclearDays(column: String, example: String)

    // Trello
    case notTrello
  }

  public init(_ reason: Reason, file: String? = nil, at place: Place = .unknown) {
    self.reason = reason
    self.file = file
    self.place = place
  }

  /// The same, of the input called `file`.
  func naming(_ file: String?) -> ImportError {
    var error = self
    error.file = error.file ?? file
    return error
  }
}
