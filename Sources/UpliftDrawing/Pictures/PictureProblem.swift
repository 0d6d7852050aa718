import Foundation
import UpliftCore

/// Why something is not taken as a picture.
public enum PictureProblem: Error, Hashable, Sendable {
  case empty
  /// Neither PNG nor JPEG nor SVG.
  case unknownFormat
  /// It ends too early, or what it says of itself is not so.
  case broken
  case tooManyPixels(width: Int, height: Int)
  case tooManyBytes(limit: Int)
  /// A drawing that wants to load something else: what it asks for.
  case refersOutside(String)
  case holdsScript
  /// A drawing that says what it means in entities of its own, which may unfold to anything.
  case holdsEntities
  case otherEncoding
  /// A drawing that takes too long, or too much, to be drawn.
  case tooElaborate
  /// A drawing that holds a picture of a kind that is not read: the kind.
  case holdsOtherFormat(String)
  case unreadable(reason: String)

  /// The sentence for a picture that is called `name`, with quotation marks when it is a file's.
  public func sentence(for name: String) -> String {
    switch self {
    case .empty: tr("{name} is empty.", ["name": name])
    case .unknownFormat:
      tr("{name} is no picture that Uplift can read. Use PNG, JPEG or SVG.", ["name": name])
    case .broken:
      tr("{name} is broken: the picture is incomplete or damaged.", ["name": name])
    case .tooManyPixels(let width, let height):
      tr(
        "{name} has {width} × {height} pixels, which is too large. Scale it down to 100 megapixels or less.",
        ["name": name, "width": width, "height": height])
    case .tooManyBytes(let limit):
      tr(
        "{name} is too large: more than {limit} MiB.",
        ["name": name, "limit": limit / (1024 * 1024)])
    case .refersOutside(let target):
      tr(
        "{name} needs something that is not in it ({target}), so it was not taken. Embed it in the drawing first.",
        ["name": name, "target": target])
    case .holdsScript:
      tr("{name} holds a script, so it was not taken.", ["name": name])
    case .holdsEntities:
      tr(
        "{name} holds XML entities that may unfold to anything, so it was not taken.",
        ["name": name])
    case .otherEncoding: tr("{name} is not written in UTF-8.", ["name": name])
    case .tooElaborate:
      tr("{name} is too elaborate: drawing it takes too long.", ["name": name])
    case .holdsOtherFormat(let format):
      tr(
        "{name} holds a picture of a kind that Uplift cannot read ({format}).",
        ["name": name, "format": format])
    case .unreadable(let reason):
      tr("{name} could not be read: {reason}.", ["name": name, "reason": reason])
    }
  }
}

/// A problem with a picture that has a name.
public struct PictureError: LocalizedError, CustomStringConvertible, Hashable, Sendable {
  /// “photo.png”, with its quotation marks, or "The picture".
  public var name: String
  public var problem: PictureProblem

  public init(name: String, problem: PictureProblem) {
    self.name = name
    self.problem = problem
  }

  public var description: String { problem.sentence(for: name) }
  public var errorDescription: String? { description }
}

/// What is wrong with several pictures at once, a sentence for each.
public struct PictureErrors: LocalizedError, CustomStringConvertible, Hashable, Sendable {
  public let errors: [PictureError]

  /// Nil when nothing is wrong.
  public init?(_ errors: [PictureError]) {
    guard !errors.isEmpty else { return nil }
    self.errors = errors
  }

  public var description: String { errors.map(\.description).joined(separator: "\n") }
  public var errorDescription: String? { description }
}
