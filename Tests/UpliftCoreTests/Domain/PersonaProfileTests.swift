import Foundation
import Testing

@testable import UpliftCore

@Suite struct PersonaProfileTests {
  private let amina = Persona(rank: .middle, name: "Amina")
  private let jonas = Persona(rank: .between(.middle, nil), name: "Jonas")

  private func workspace() -> WorkspaceContents {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))
    contents.personas = [amina, jonas]
    for (number, rank) in Rank.spread(3).enumerated() {
      let map = JourneyMap(
        rank: rank, title: "Map \(number)", personaID: number == 0 ? amina.id : jonas.id)
      let stage = Stage(mapID: map.id, rank: .middle, title: "Stage")
      let steps = zip(["One", "Two", "Three"], Rank.spread(3)).map {
        Step(stageID: stage.id, rank: $1, title: $0)
      }
      contents.journeyMaps.append(map)
      contents.stages.append(stage)
      contents.steps += steps
      if number < 2 {
        contents.emotions += zip(steps, [-1.5, 2]).map {
          Emotion(
            stepID: $0.id, personaID: number == 0 ? nil : amina.id, rank: .middle, value: $1)
        }
      }
    }
    return contents
  }

  @Test func aProfileHoldsTheJourneysInWhichThePersonaAppears() throws {
    let profile = try #require(PersonaProfile(amina.id, in: workspace()))
    #expect(profile.journeys.map(\.map.title) == ["Map 0", "Map 1"])
    #expect(profile.journeys.map(\.isPointOfView) == [true, false])
    let journey = profile.journeys[0]
    #expect(journey.steps.map(\.value) == [-1.5, 2, nil])
    #expect(journey.average == 0.25)
    #expect(journey.lowest?.step == "One" && journey.highest?.step == "Two")
    #expect(PersonaProfile.words(for: journey).contains("−1.5 at “One”"))
  }

  @Test func whatNobodyKnowsIsSaid() throws {
    let profile = try #require(PersonaProfile(jonas.id, in: workspace()))
    #expect(profile.journeys.map(\.map.title) == ["Map 1", "Map 2"])
    #expect(profile.journeys[1].average == nil)
    #expect(PersonaProfile.words(for: profile.journeys[1]).contains("not known"))
    #expect(PersonaProfile(UUID(), in: workspace()) == nil)
  }

  @Test func theFileSaysTheSame() throws {
    let folder = try TemporaryFolder()
    var contents = workspace()
    let picture = StoredPicture(mediaType: .png, width: 1, height: 1, data: Data([1]))
    contents.pictures = [picture]
    contents.personas[0].pictureID = picture.id
    let workspace = try Workspace.create(at: folder.file("a.uplift"), contents: contents)
    let profile = try #require(try workspace.profile(amina.id))
    #expect(profile == PersonaProfile(amina.id, in: contents))
    #expect(profile.portrait == picture)
    #expect(try workspace.picture(picture.id) == picture)
  }
}

@Suite struct PictureEditingTests {
  private func map(steps count: Int = 3) -> JourneyContents {
    let map = JourneyMap(rank: .middle, title: "Map")
    let stage = Stage(mapID: map.id, rank: .middle, title: "Stage")
    return JourneyContents(
      map: map, stages: [stage],
      steps: Rank.spread(count).map { Step(stageID: stage.id, rank: $0, title: "Step") },
      lanes: [Lane(mapID: map.id, rank: .middle, kind: .emotion)])
  }

  private func picture() -> StoredPicture {
    StoredPicture(mediaType: .png, width: 1, height: 1, data: Data([1]))
  }

  private func carriedOut(_ edit: Edit, on contents: JourneyContents) -> JourneyContents {
    var contents = contents
    let upserts = edit.changes.compactMap { change -> (any Entity)? in
      switch change {
      case .insert(let record), .update(_, let record): record
      case .delete: nil
      }
    }
    let isApplied = contents.apply(WorkspaceChange(upserts: upserts))
    #expect(isApplied)
    return contents
  }

  @Test func picturesMakeAStoryboard() throws {
    let map = map()
    let pictures = (0..<5).map { _ in picture() }
    let added = try #require(map.adding(pictures: pictures, atStep: map.steps[1].id))
    #expect(added.edit.name == .addPicture)
    let contents = carriedOut(added.edit, on: map)
    let lane = try #require(contents.lanes.first { $0.laneKind == .images })
    let counts = contents.steps.map {
      contents.cards(at: Cell(laneID: lane.id, stepID: $0.id)).compactMap {
        contents.picture(of: $0)
      }.count
    }
    #expect(counts == [0, 1, 4])
    // There is a lane of images now.
    let more = try #require(
      contents.adding(pictures: [picture()], atStep: map.steps[0].id))
    #expect(more.edit.changes.count == 2)
    #expect(
      map.adding(
        pictures: pictures, at: Cell(laneID: map.lanes[0].id, stepID: map.steps[0].id)) == nil)
  }

  @Test func aCardsPictureIsReplacedAndTakenAway() throws {
    let map = map()
    let added = try #require(map.adding(pictures: [picture()], atStep: map.steps[0].id))
    var contents = carriedOut(added.edit, on: map)
    let card = added.cards[0]
    let other = picture()
    contents = carriedOut(try #require(contents.setting(picture: other, of: card.id)), on: contents)
    let changed = try #require(contents.cards[card.id])
    #expect(contents.picture(of: changed) == other)
    contents = carriedOut(try #require(contents.removingPictures(of: [card.id])), on: contents)
    #expect(contents.cards[card.id]?.pictureID == nil)
    #expect(contents.extras.pictures.isEmpty)
    #expect(contents.removingPictures(of: [card.id]) == nil)
  }
}
