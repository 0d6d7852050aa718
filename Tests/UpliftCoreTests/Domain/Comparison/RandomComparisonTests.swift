import Foundation
import Testing
import UpliftCore

@testable import edit_stream

/// Random edits of a copy, of which it is known what they make different.
@Suite struct RandomComparisonTests {
  @Test(arguments: 0..<60)
  func whatWasDoneToACopyIsFound(seed: Int) {
    var random = Dice(seed: UInt64(seed))
    let current = MapModel.grid(
      stages: .random(in: 1...4, using: &random), steps: .random(in: 3...5, using: &random),
      lanes: .random(in: 1...5, using: &random))
    // Every other time as an older version of the same map, with the same ids.
    var copy = seed.isMultiple(of: 2) ? current.future() : current
    var editor = CopyEditor(current: current, random: random)
    for _ in 0..<Int.random(in: 0...12, using: &random) { editor.change(&copy) }
    let there = JourneyComparison(from: current.contents, to: copy.contents)
    let back = JourneyComparison(from: copy.contents, to: current.contents)
    #expect(there.findings == editor.expected)
    #expect(there.differences.count == there.findings.count)
    #expect(Set(back.findings.map(\.mirrored)) == there.findings)
    #expect(JourneyComparison(from: copy.contents, to: copy.contents).differences == [])
  }

  @Test(arguments: 0..<40)
  func anyTwoMapsMirrorEachOther(seed: Int) {
    var random = Dice(seed: UInt64(seed))
    let words = ["a", "label", "Label", "the label", "a parcel", "", "post"]
    func map(_ model: MapModel) -> MapModel {
      var map = seed.isMultiple(of: 2) ? model.unrelated() : model
      for index in map.steps.indices where Bool.random(using: &random) {
        map.steps[index].title = words.randomElement(using: &random) ?? ""
      }
      for index in map.cards.indices {
        map.cards[index].text = words.randomElement(using: &random) ?? ""
        map.cards[index].rank = Rank.spread(40).randomElement(using: &random) ?? .middle
        map.cards[index].stepID = map.steps.randomElement(using: &random)?.id ?? UUID()
      }
      for index in map.steps.indices {
        map.steps[index].rank = Rank.spread(40).randomElement(using: &random) ?? .middle
        map.steps[index].stageID = map.stages.randomElement(using: &random)?.id ?? UUID()
      }
      return map
    }
    let model = MapModel.grid(stages: 3, steps: 3, lanes: 3)
    let (one, other) = (map(model), map(model))
    let there = JourneyComparison(from: one.contents, to: other.contents).findings
    let back = JourneyComparison(from: other.contents, to: one.contents).findings
    #expect(Set(back.map(\.mirrored)) == there)
  }
}

/// Changes parts of a copy, each at most once, and keeps what that makes different.
private struct CopyEditor {
  let current: MapModel
  var random: Dice
  var expected = Set<Finding>()
  private var touched = Set<UUID>()
  private var count = 0

  init(current: MapModel, random: Dice) {
    self.current = current
    self.random = random
  }

  private func original<Part: Ranked>(_ part: Part, _ basis: UUID?) -> UUID { basis ?? part.id }

  mutating func change(_ copy: inout MapModel) {
    count += 1
    switch Int.random(in: 0..<8, using: &random) {
    case 0: rewordCard(&copy)
    case 1: removeCard(&copy)
    case 2: addCard(&copy)
    case 3: moveCard(&copy)
    case 4: rewordStep(&copy)
    case 5: removeStep(&copy)
    case 6: setEmotion(&copy)
    default: moveStep(&copy)
    }
  }

  private mutating func untouchedCard(_ copy: MapModel) -> Int? {
    copy.cards.indices.filter {
      !touched.contains(copy.cards[$0].id) && !touched.contains(copy.cards[$0].stepID)
    }.randomElement(using: &random)
  }

  private mutating func untouchedStep(_ copy: MapModel) -> Int? {
    copy.steps.indices.filter { index in
      let step = copy.steps[index]
      return !touched.contains(step.id) && !touched.contains(step.stageID)
        && !copy.cards.contains { $0.stepID == step.id && touched.contains($0.id) }
    }.randomElement(using: &random)
  }

  private mutating func rewordCard(_ copy: inout MapModel) {
    guard let index = untouchedCard(copy) else { return }
    copy.cards[index].text = "Reworded \(count)"
    copy.cards[index].span = 2
    let card = copy.cards[index]
    touched.insert(card.id)
    for sort in [Difference.Sort.reworded, .changed] {
      expected.insert(
        Finding(sort, .card, old: original(card, card.basisID), new: card.id, card.text))
    }
  }

  private mutating func removeCard(_ copy: inout MapModel) {
    guard let index = untouchedCard(copy) else { return }
    let card = copy.cards.remove(at: index)
    expected.insert(
      Finding(.removed, .card, old: original(card, card.basisID), new: nil, card.text))
  }

  private mutating func addCard(_ copy: inout MapModel) {
    guard let index = untouchedCard(copy) else { return }
    let other = copy.cards[index]
    let card = Card(
      laneID: other.laneID, stepID: other.stepID, rank: .between(nil, other.rank),
      text: "Added \(count)")
    copy.cards.append(card)
    touched.insert(card.id)
    expected.insert(Finding(.added, .card, old: nil, new: card.id, card.text))
  }

  private mutating func moveCard(_ copy: inout MapModel) {
    guard let index = untouchedCard(copy), let target = untouchedStep(copy) else { return }
    guard copy.steps[target].id != copy.cards[index].stepID else { return }
    copy.cards[index].stepID = copy.steps[target].id
    let card = copy.cards[index]
    touched.insert(card.id)
    expected.insert(
      Finding(.moved, .card, old: original(card, card.basisID), new: card.id, card.text))
  }

  private mutating func rewordStep(_ copy: inout MapModel) {
    guard let index = untouchedStep(copy) else { return }
    copy.steps[index].title = "Reworded \(count)"
    let step = copy.steps[index]
    touched.insert(step.id)
    expected.insert(
      Finding(.reworded, .step, old: original(step, step.basisID), new: step.id, step.title))
  }

  private mutating func removeStep(_ copy: inout MapModel) {
    guard let index = untouchedStep(copy) else { return }
    let step = copy.steps[index]
    expected.insert(
      Finding(.removed, .step, old: original(step, step.basisID), new: nil, step.title))
    for card in copy.cards where card.stepID == step.id {
      expected.insert(
        Finding(.removed, .card, old: original(card, card.basisID), new: nil, card.text))
    }
    copy.removeStep(step.id)
  }

  private mutating func setEmotion(_ copy: inout MapModel) {
    guard let index = untouchedStep(copy) else { return }
    let step = copy.steps[index]
    guard let place = copy.emotions.firstIndex(where: { $0.stepID == step.id }) else { return }
    copy.emotions[place].value = -1
    touched.insert(step.id)
    expected.insert(
      Finding(.emotion, .step, old: original(step, step.basisID), new: step.id, step.title))
  }

  /// To the end of its stage: where at least three steps are left, that is one move.
  private mutating func moveStep(_ copy: inout MapModel) {
    guard let index = untouchedStep(copy) else { return }
    let step = copy.steps[index]
    let siblings = copy.steps.filter { $0.stageID == step.stageID }
      .sorted { $0.rank < $1.rank }
    guard siblings.count >= 3, siblings.first?.id == step.id else { return }
    copy.steps[index].rank = .between(siblings.last?.rank, nil)
    touched.insert(step.id)
    // No other step of the stage may move or go: it could explain the order as well.
    touched.insert(step.stageID)
    expected.insert(
      Finding(.moved, .step, old: original(step, step.basisID), new: step.id, step.title))
  }
}
