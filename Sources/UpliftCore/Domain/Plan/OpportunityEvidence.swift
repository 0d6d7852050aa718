import Foundation

/// What stands behind an opportunity besides somebody's opinion.
public struct OpportunityEvidence: Equatable, Sendable {
  /// A reading with so many answers or more says all that a reading can.
  public static let manyAnswers = 30
  /// So many dialogues say all that dialogues can.
  public static let manyDialogues = 3
  /// So many votes say all that votes can.
  public static let manyVotes = 5

  /// Of the card that says it and of cards linked with it, which are observed or reported.
  public let cards: [Card]
  public let readings: [Reading]
  public let dialogues: [Dialogue]
  /// Linked with it or its card; votes are given for them.
  public let notes: [Note]
  /// Linked likewise, or with one of the notes in it.
  public let clusters: [Cluster]
  /// For those notes and clusters.
  public let votes: Int

  public init(
    cards: [Card] = [], readings: [Reading] = [], dialogues: [Dialogue] = [], notes: [Note] = [],
    clusters: [Cluster] = [], votes: Int = 0
  ) {
    self.cards = cards
    self.readings = readings
    self.dialogues = dialogues
    self.notes = notes
    self.clusters = clusters
    self.votes = votes
  }

  /// Pieces of evidence: cards, readings, dialogues and votes, each counted once. The size of a
  /// bubble in the matrix.
  public var amount: Int { cards.count + readings.count + dialogues.count + votes }

  /// 1 for an observed card, ½ for a reported one.
  public var cardPoints: Double {
    cards.contains { $0.evidence == .observed }
      ? 1 : cards.contains { $0.evidence == .reported } ? 0.5 : 0
  }

  /// 1 for a reading with 30 answers or more, ½ for any other.
  public var readingPoints: Double {
    readings.contains { ($0.sampleSize ?? AnswerCounts($0.counts)?.n ?? 0) >= Self.manyAnswers }
      ? 1 : readings.isEmpty ? 0 : 0.5
  }

  /// 1 for three dialogues or more, ½ for one or two.
  public var dialoguePoints: Double {
    dialogues.count >= Self.manyDialogues ? 1 : dialogues.isEmpty ? 0 : 0.5
  }

  /// 1 for five votes or more, ½ for fewer.
  public var votePoints: Double { votes >= Self.manyVotes ? 1 : votes > 0 ? 0.5 : 0 }

  /// 1 (nothing but opinion) … 5 (all four kinds of evidence, each in full): 1 and the points.
  public var score: Double { 1 + cardPoints + readingPoints + dialoguePoints + votePoints }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Data score: 1, and up to 1 for each of four: cards (observed 1, reported ½), readings (n of {answers} or more 1, else ½), customer dialogues ({dialogues} or more 1, fewer ½), votes ({votes} or more 1, fewer ½). They count when linked with the opportunity or its card.",
      ["answers": manyAnswers, "dialogues": manyDialogues, "votes": manyVotes])
  }

  /// How one comes to `score`: "1 + 1 (2 cards) + ½ (1 reading) + 0 (no dialogue) + 0 (no vote) =
  /// 2.5".
  public var working: String {
    func points(_ value: Double) -> String { value == 0.5 ? "½" : value == 1 ? "1" : "0" }
    return tr(
      "1 + {cards} ({cardCount} cards) + {readings} ({readingCount} readings) + {dialogues} ({dialogueCount} dialogues) + {votes} ({voteCount} votes) = {score}",
      [
        "cards": points(cardPoints), "cardCount": cards.count, "readings": points(readingPoints),
        "readingCount": readings.count, "dialogues": points(dialoguePoints),
        "dialogueCount": dialogues.count, "votes": points(votePoints), "voteCount": votes,
        "score": MetricWords.number(score),
      ])
  }
}

extension OpportunityEvidence {
  /// What could be evidence: all records of a workspace that opportunities may be linked with.
  public struct Records: Sendable {
    public var cards: [Card]
    public var readings: [Reading]
    public var dialogues: [Dialogue]
    public var notes: [Note]
    public var clusters: [Cluster]
    /// Only those that may be seen: a round that is open hides its votes.
    public var votes: [Vote]
    public var links: [Link]

    public init(
      cards: [Card] = [], readings: [Reading] = [], dialogues: [Dialogue] = [],
      notes: [Note] = [], clusters: [Cluster] = [], votes: [Vote] = [], links: [Link] = []
    ) {
      self.cards = cards
      self.readings = readings
      self.dialogues = dialogues
      self.notes = notes
      self.clusters = clusters
      self.votes = votes
      self.links = links
    }

    /// Of a whole workspace, without the votes of rounds that are open.
    public init(_ contents: WorkspaceContents) {
      let open = Set(contents.votings.filter { $0.state == .open }.map(\.id))
      let hidden = Set(contents.ballots.filter { open.contains($0.votingID) }.map(\.id))
      self.init(
        cards: contents.cards, readings: contents.readings, dialogues: contents.dialogues,
        notes: contents.notes.filter { !$0.isPrivate }, clusters: contents.clusters,
        votes: contents.votes.filter { vote in !(vote.ballotID.map(hidden.contains) ?? false) },
        links: contents.links)
    }
  }

  /// The evidence of each opportunity, by its id. A link of any role and in either direction, with
  /// the opportunity or with its card, makes a record evidence.
  public static func all(
    of opportunities: [Opportunity], in records: Records
  ) -> [UUID: OpportunityEvidence] {
    let cards = Dictionary(records.cards.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let readings = Dictionary(
      records.readings.filter { !$0.isPending }.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let dialogues = Dictionary(records.dialogues.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let notes = Dictionary(records.notes.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let clusters = Dictionary(records.clusters.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let votes = records.votes.reduce(into: [UUID: Int]()) { counts, vote in
      if let target = vote.noteID ?? vote.clusterID { counts[target, default: 0] += 1 }
    }
    let neighbours = records.links.neighbours
    return Dictionary(
      opportunities.map { opportunity in
        let ends =
          [opportunity.reference]
          + (opportunity.cardID.map { [EntityReference(.card, $0)] } ?? [])
        var seen: Set<EntityReference> = []
        let linked = (ends.dropFirst() + ends.flatMap { neighbours[$0] ?? [] })
          .filter { seen.insert($0).inserted }
        func found<Record>(_ kind: EntityKind, _ all: [UUID: Record]) -> [Record] {
          linked.compactMap { $0.kind == kind ? all[$0.id] : nil }
        }
        let ownNotes = found(.note, notes)
        var ownClusters = found(.cluster, clusters)
        for note in ownNotes {
          if let cluster = note.clusterID.flatMap({ clusters[$0] }),
            !ownClusters.contains(where: { $0.id == cluster.id })
          {
            ownClusters.append(cluster)
          }
        }
        return (
          opportunity.id,
          OpportunityEvidence(
            cards: found(.card, cards).filter { $0.evidence != .assumed },
            readings: found(.reading, readings), dialogues: found(.dialogue, dialogues),
            notes: ownNotes, clusters: ownClusters,
            votes: (ownNotes.map(\.id) + ownClusters.map(\.id)).reduce(0) { $0 + (votes[$1] ?? 0) })
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}

extension Sequence<Link> {
  /// What each record is linked with, in either direction, in the order of the links.
  var neighbours: [EntityReference: [EntityReference]] {
    reduce(into: [:]) { result, link in
      result[link.from, default: []].append(link.to)
      result[link.to, default: []].append(link.from)
    }
  }
}
