import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

extension PaintingTests {
  @Suite(.serialized) struct PictureDrawingTests {
    private let files: WrittenFiles
    private var folder: URL { files.folder }

    init() throws { files = try WrittenFiles() }

    /// A storyboard of three steps: a JPEG, a drawing, and a picture that is broken.
    private func storyboard() throws -> JourneyContents {
      let map = JourneyMap(rank: .middle, title: "Storyboard")
      let stage = Stage(mapID: map.id, rank: .middle, title: "Stage")
      let steps = Rank.spread(3).enumerated().map {
        Step(stageID: stage.id, rank: $1, title: "Step \($0 + 1)")
      }
      let lane = Lane(mapID: map.id, rank: .middle, kind: .images)
      let pictures = [
        try PictureImport.picture(
          from: PictureMaking.picture(width: 800, height: 600, as: "jpeg")),
        try PictureImport.picture(
          from: PictureMaking.svg("<rect width='40' height='20' fill='#00ff00'/>")),
        StoredPicture(mediaType: .png, width: 40, height: 30, data: Data("no picture".utf8)),
      ]
      let cards = zip(steps, pictures).map { step, picture in
        Card(
          laneID: lane.id, stepID: step.id, rank: .middle, text: "Caption of \(step.title)",
          pictureID: picture.id)
      }
      return JourneyContents(
        map: map, stages: [stage], steps: steps, lanes: [lane], cards: cards,
        extras: JourneyExtras(pictures: pictures))
    }

    private func scene(_ contents: JourneyContents) throws -> (Scene, PangoTextMeasuring) {
      let measuring = try #require(PangoTextMeasuring())
      return (
        JourneyLayout.scene(for: contents, measuring: measuring, theme: .light), measuring
      )
    }

    @Test func aStoryboardShowsPictureNumberAndCaption() throws {
      let (scene, measuring) = try scene(storyboard())
      SceneChecks.expectInside(scene, measuring: measuring, "storyboard")
      SceneChecks.expectNoOverlap(scene, roles: [.card], "storyboard")
      let cards = scene.items.filter { $0.role == .card }
      #expect(cards.map { $0.content.images.count } == [1, 1, 1])
      for (index, card) in cards.enumerated() {
        #expect(card.content.texts.contains("\(index + 1)"))
        #expect(card.content.texts.contains("Caption of Step \(index + 1)"))
        for case .image(let block) in card.content.primitives {
          let caption = card.content.primitives.compactMap { primitive -> Double? in
            guard case .text(let text) = primitive, text.text.hasPrefix("Caption") else {
              return nil
            }
            return text.frame.minY
          }
          #expect(caption.allSatisfy { $0 >= block.frame.maxY })
          #expect(abs(block.frame.width / block.frame.height - block.image.ratio) < 0.01)
        }
      }
    }

    @Test func aPDFHoldsTheJPEGAsItIs() throws {
      let url = folder.appendingPathComponent("a.pdf")
      try SceneExport.write(
        .journey(storyboard()), theme: .print, to: url, format: .pdf)
      let images = try WrittenFiles.output("pdfimages", ["-list", url.path])
      #expect(images.contains(" jpeg "), "\(images)")
      #expect(images.contains(" 800 "), "\(images)")
      // The drawing is no image.
      #expect(images.split(separator: "\n").count <= 4, "\(images)")
      let size = try FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int ?? 0
      #expect(size < 100_000)
    }

    @Test func anSVGHoldsThePictures() throws {
      let url = folder.appendingPathComponent("a.svg")
      let contents = try storyboard()
      try SceneExport.write(.journey(contents), theme: .light, to: url, format: .svg)
      let text = try String(contentsOf: url, encoding: .utf8)
      for picture in contents.extras.pictures.values {
        #expect(
          text.contains(
            "data:\(picture.mediaType.rawValue);base64,\(picture.data.base64EncodedString())"))
      }
      #expect(text.contains("clip-path=\"url(#clip1)\""))
    }

    @Test func aPNGShowsThem() throws {
      let url = folder.appendingPathComponent("a.png")
      let (scene, measuring) = try scene(storyboard())
      try SceneExport.write(scene, to: url, format: .png, measuring: measuring)
      let picture = try PictureImport.picture(from: url)
      let image = try #require(PixelImage.unpack(picture, edge: 4000))
      let cards = scene.items.filter { $0.role == .card }
      /// Red, green, blue at a share of the card's picture.
      func colour(_ card: Int, _ x: Double) -> [UInt8] {
        let frame = cards[card].frame
        let column = Int((frame.x + frame.width * x) * 2)
        let row = Int((frame.y + 50) * 2)
        return image.withBytes { bytes in
          let start = row * image.stride + column * 4
          return [bytes[start + 2], bytes[start + 1], bytes[start]]
        }
      }
      #expect(colour(0, 0.3)[0] > 200 && colour(0, 0.7)[2] > 200)
      #expect(colour(1, 0.5) == [0, 255, 0])
    }

    @Test func aMapsHeaderShowsThePortrait() throws {
      let picture = try PictureImport.picture(
        from: PictureMaking.svg("<rect width='40' height='20' fill='red'/>"))
      let persona = Persona(rank: .middle, name: "Amina", pictureID: picture.id)
      let map = JourneyMap(rank: .middle, title: "Map", personaID: persona.id)
      var workspace = WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))
      workspace.personas = [persona]
      workspace.journeyMaps = [map]
      workspace.pictures = [picture]
      let contents = try #require(workspace.journey(map.id))
      let (scene, measuring) = try scene(contents)
      let corner = try #require(scene.items.first { $0.role == .title })
      #expect(corner.content.images.map(\.picture) == [picture])
      #expect(corner.content.texts.contains("Amina"))
      SceneChecks.expectInside(scene, measuring: measuring, "portrait")
    }

    // MARK: Persona sheet

    private static let languages: [(String, String, String)] = [
      ("Amina", "I don’t mind sending it back. I mind not knowing.", "Clothes that fit. "),
      (
        "Hildegard Sonnenschein-Überall", "Rückerstattungsverfahrensbestätigungsschreiben!",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen "
      ),
      (
        "أمينة", "لا أمانع في إعادتها. أمانع في عدم المعرفة.",
        "ملابس تناسبني دون أن أضيع يوم السبت. "
      ),
      ("阿米娜", "我不介意退货，我介意的是不知道。", "合身的衣服，不要浪费一个星期六。"),
    ]

    private func profile(_ language: Int, repeating count: Int) -> PersonaProfile {
      let words = Self.languages[language]
      let persona = Persona(
        rank: .middle, name: words.0, age: 34,
        goals: String(repeating: words.2, count: count), quote: words.1,
        context: String(repeating: words.2, count: count * 2))
      let journeys = (0..<3).map { number in
        PersonaProfile.Journey(
          map: JourneyMap(rank: .middle, title: "\(words.0) \(number)"),
          isPointOfView: number == 0,
          steps: [-2, nil, 0.5, 2].map { .init(step: words.0, value: $0) })
      }
      return PersonaProfile(persona: persona, journeys: journeys)
    }

    @Test(arguments: 0..<4, [1, 12, 120]) func noWordOfASheetIsLost(language: Int, count: Int)
      throws
    {
      let measuring = try #require(PangoTextMeasuring())
      let profile = profile(language, repeating: count)
      for paper in [PageFormat.a4.paper, PageFormat.letter.paper, nil] {
        let pages = PersonaSheet.pages(
          for: profile, measuring: measuring, theme: .print, paper: paper)
        #expect(paper == nil ? pages.count == 1 : count < 100 || pages.count > 1)
        for page in pages {
          SceneChecks.expectInside(page, measuring: measuring, "sheet \(language) \(count)")
          SceneChecks.expectNoOverlap(
            page, roles: [.title, .columnHeader, .note], "sheet \(language) \(count)")
        }
        let all = WrittenFiles.squeezed(pages.flatMap { SceneChecks.texts(of: $0) }.joined())
        let persona = profile.persona
        for text in [persona.name, persona.quote, persona.goals, persona.context] {
          // A page's number may stand between two parts of a text.
          let parts = paper == nil ? [text] : text.split(separator: " ").map(String.init)
          for part in parts where !part.isEmpty && (paper == nil || language != 3) {
            #expect(all.contains(WrittenFiles.squeezed(part)), "\(part)")
          }
        }
        let letters = pages.flatMap { SceneChecks.texts(of: $0) }.joined()
          .filter { !$0.isWhitespace }.count
        #expect(letters >= WrittenFiles.squeezed(persona.goals + persona.context).count)
      }
    }

    @Test func aSheetIsOnePageOfPaper() throws {
      let url = folder.appendingPathComponent("sheet.pdf")
      for (page, size) in [(PageFormat.a4, "595.2"), (.letter, "612 x 792"), (.poster, "595.2")] {
        try SceneExport.write(
          .persona(profile(0, repeating: 3)), theme: .print, to: url, format: .pdf,
          options: ExportOptions(page: page))
        let facts = try WrittenFiles.output("pdfinfo", [url.path])
        #expect(facts.contains("Pages:           1"), "\(facts)")
        #expect(facts.contains(size), "\(facts)")
      }
      let text = try WrittenFiles.output("pdftotext", [url.path, "-"])
      #expect(text.contains("Amina") && text.contains("Goals") && text.contains("Journeys"))
      #expect(text.contains("lowest −2"))
    }
  }
}
