import Foundation

/// A Mermaid `journey` diagram, as its text says. `MermaidMapping.md` describes what becomes of it.
public struct MermaidJourney: Hashable, Sendable {
  /// From `title`, or else from the front matter.
  public var title: String?
  public var accessibleTitle: String?
  /// Lines are trimmed.
  public var accessibleDescription: String?
  public var sections: [Section]

  public struct Section: Hashable, Sendable {
    /// Line breaks (`<br>`) are newlines. Empty: tasks before the first `section`.
    public var title: String
    public var tasks: [Task]

    public init(title: String, tasks: [Task] = []) {
      self.title = title
      self.tasks = tasks
    }
  }

  public struct Task: Hashable, Sendable {
    /// Line breaks (`<br>`) are newlines.
    public var name: String
    /// 0 (worst) … 5 (best).
    public var score: Int
    /// In the order in which they stand there, each once.
    public var actors: [String]

    public init(name: String, score: Int, actors: [String] = []) {
      self.name = name
      self.score = score
      self.actors = actors
    }

    /// The place of `score` on the emotion scale: 1…5 becomes −2…+2, with 3 in the middle, as
    /// Mermaid's guide has it. 0, which its examples have too, is no better than 1.
    public static func emotion(ofScore score: Int) -> Double { Double(max(score, 1) - 3) }

    /// The whole score that is nearest to an emotion, 1…5.
    public static func score(ofEmotion value: Double) -> Int {
      Int(min(max((value + 3).rounded(), 1), 5))
    }
  }

  public init(
    title: String? = nil, accessibleTitle: String? = nil, accessibleDescription: String? = nil,
    sections: [Section] = []
  ) {
    self.title = title
    self.accessibleTitle = accessibleTitle
    self.accessibleDescription = accessibleDescription
    self.sections = sections
  }

  /// All journeys of a text: one diagram by itself, or a Markdown file whose other blocks are
  /// passed over.
  ///
  /// - Throws: the first fault, with its line; `.noJourney` when there is none.
  public static func parse(_ text: String, file: String?) throws(ImportError) -> [MermaidJourney] {
    do throws(ImportError) {
      var journeys: [MermaidJourney] = []
      for diagram in MermaidSource.diagrams(in: text) {
        var parser = MermaidParser(diagram)
        if let journey = try parser.parse() { journeys.append(journey) }
      }
      guard !journeys.isEmpty else { throw ImportError(.noJourney) }
      return journeys
    } catch {
      throw error.naming(file)
    }
  }
}
