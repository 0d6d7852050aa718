import CPango
import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing
@testable import edit_stream

extension PaintingTests {
  /// Words that are set one by one against Pango, which sets the whole.
  @Suite struct PlainTextTests {
    private static let plainWords = [
      "return", "Rückgabe", "counter", "été", "a", "I", "parcel.", "waits,", "why?", "Zażółć",
      "e.g.", "don’t", "it's", "24", "3.5", "fi", "office", "WWW", "AVATAR", "To", "etc...",
    ]
    private static let signedWords = [
      "why?!", "(label)", "“No”", "e-mail", "and/or", "–", "&", "box", "x", "Tax", "Experience",
      "(a", "b)", "#1", "12:30", "self-service", "Rückerstattungsverfahrensbestätigungsschreiben",
    ]
    private static let letters =
      "abcdefghijklmnopqrstuvwyzABCDEFGHIJKLMNOPQRSTUVWYZäöüßñçőž"
    private static let others = [
      "退货", "مرتجع", "📦", "e\u{301}t", "%", "/", "…", "soft\u{ad}hyphen", "non\u{a0}break", "",
      "line\nbreak", "\t", "ﬁ", "ĳ", "-", "- ", "<=>", "1st", "n°", "№", "™", "x²", "שבוע", "щи",
    ]

    private static func text(_ random: inout Dice) -> String {
      var words: [String] = []
      // The stranger a text, the less often it is plain.
      let strangeness = Int.random(in: 0..<8, using: &random)
      for _ in 0...Int.random(in: 0...11, using: &random) {
        if strangeness == 7, Int.random(in: 0..<4, using: &random) == 0 {
          words.append(others.randomElement(using: &random) ?? "")
        } else if strangeness > 4, Bool.random(using: &random) {
          words.append(signedWords.randomElement(using: &random) ?? "")
        } else if Bool.random(using: &random) {
          // Any letters in any order, so that each meets each.
          let signs = ".,:;!?-–&'’\"“”()[]{}+*/@#=<>|%$_~^`\\"
          words.append(
            String(
              (0...Int.random(in: 0...8, using: &random)).map { _ in
                (strangeness == 6 && Int.random(in: 0..<4, using: &random) == 0 ? signs : letters)
                  .randomElement(using: &random) ?? "a"
              }))
        } else {
          words.append(plainWords.randomElement(using: &random) ?? "")
        }
      }
      return words.joined(separator: " ")
    }

    private static let styles: [TextStyle] = [
      Theme.light.type.card, Theme.light.type.thought, Theme.light.type.stage,
      TextStyle(size: 17.5, weight: .bold), TextStyle(size: 9.3),
    ]

    /// What Pango makes of it: its size, where its lines begin, and where its glyphs stand.
    private struct Picture: Equatable {
      var size: Size
      var starts: [Int]
      var glyphs: [UInt]
      var places: [Int32]
    }

    private func picture(_ layout: OpaquePointer) throws -> Picture {
      var picture = Picture(size: PangoText.size(of: layout), starts: [], glyphs: [], places: [])
      for index in 0..<pango_layout_get_line_count(layout) {
        let line = try #require(pango_layout_get_line_readonly(layout, index))
        picture.starts.append(Int(line.pointee.start_index))
      }
      let iterator = try #require(pango_layout_get_iter(layout))
      defer { pango_layout_iter_free(iterator) }
      repeat {
        guard let run = pango_layout_iter_get_run(iterator),
          let glyphs = run.pointee.glyphs?.pointee
        else { continue }
        var extents = PangoRectangle()
        pango_layout_iter_get_run_extents(iterator, nil, &extents)
        var x = extents.x
        for index in 0..<Int(glyphs.num_glyphs) {
          let info = glyphs.glyphs[index]
          if info.glyph < 0x0FFF_FFFF {
            picture.glyphs.append(UInt(info.glyph))
            picture.places += [
              x + info.geometry.x_offset,
              pango_layout_iter_get_baseline(iterator) + info.geometry.y_offset,
            ]
          }
          x += info.geometry.width
        }
      } while pango_layout_iter_next_run(iterator) != 0
      return picture
    }

    private func picture(_ set: PlainTextSetter.SetText, of text: String) -> Picture {
      var picture = Picture(size: set.size, starts: [], glyphs: [], places: [])
      let font = set.font
      var first = 0
      var offset = 0
      for (line, end) in set.lineEnds.enumerated() {
        picture.starts.append(offset)
        var x: Int32 = 0
        func add(_ word: PlainWord) {
          for glyph in font.glyphs[word.glyphs] {
            picture.glyphs.append(glyph.index)
            picture.places += [
              x + glyph.x, Int32(line) * font.lineHeight + font.baseline + glyph.y,
            ]
          }
          x += word.width
          offset += word.byteCount
        }
        for index in first..<end {
          if index > first { add(font.blank) }
          add(font.words[set.words[index]])
        }
        offset += 1
        first = end
      }
      return picture
    }

    @Test(arguments: UInt64(1)...4)
    func wordsStandWherePangoPutsThem(seed: UInt64) throws {
      var random = Dice(seed: seed)
      let context = try #require(PangoText.makeContext())
      defer { g_object_unref(UnsafeMutableRawPointer(context)) }
      let setter = PlainTextSetter(context: context)
      for style in Self.styles { setter.expect(1000, of: style) }
      var plain = 0
      for _ in 0..<4000 {
        let text = Self.text(&random)
        let style = Self.styles.randomElement(using: &random) ?? TextStyle(size: 12)
        var width: Double? = Double(Int.random(in: 60...500, using: &random)) / 1.3
        if Int.random(in: 0..<10, using: &random) == 0 { width = nil }
        let layout = PangoText.layout(
          of: text, style: style, width: width, alignment: .leading, in: context)
        defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
        let expected = try picture(layout)
        if let set = setter.set(text, style: style, width: width) {
          plain += 1
          #expect(
            picture(set, of: text) == expected, "“\(text)” \(style) \(width ?? -1)")
        }
        // The width at which a line just fits, and a hair more and less.
        let exact = expected.size.width + Double(Int.random(in: -20...20, using: &random)) / 1024
        guard width != nil, exact > 20 else { continue }
        let again = PangoText.layout(
          of: text, style: style, width: exact, alignment: .leading, in: context)
        defer { g_object_unref(UnsafeMutableRawPointer(again)) }
        if let set = setter.set(text, style: style, width: exact) {
          #expect(picture(set, of: text) == (try picture(again)), "“\(text)” \(style) \(exact)")
        }
      }
      #expect(plain > 1000, "only \(plain) were set word by word")
    }

    @Test func whatIsNotPlainIsLeftToPango() throws {
      let context = try #require(PangoText.makeContext())
      defer { g_object_unref(UnsafeMutableRawPointer(context)) }
      let setter = PlainTextSetter(context: context)
      let style = Theme.light.type.card
      #expect(setter.set("A parcel", style: style, width: 100) == nil, "too few to be worth it")
      setter.expect(1000, of: style)
      #expect(setter.set("A parcel", style: style, width: 100) != nil)
      for text in [
        "", " ", "a  b", " a", "a ", "a\nb", "24 12", "مرتجع", "退货", "📦 a", "e\u{301}",
        "a\u{a0}b", "Rückerstattungsverfahrensbestätigungsschreiben", "( a", "a %",
      ] {
        #expect(setter.set(text, style: style, width: 100) == nil, "“\(text)”")
      }
    }

    @Test func aPDFLooksAndReadsTheSame() throws {
      var random = Dice(seed: 3)
      let map = JourneyMap(rank: .middle, title: "Returning")
      let stage = Stage(mapID: map.id, rank: .middle, title: "Stage")
      let steps = Rank.spread(10).map { Step(stageID: stage.id, rank: $0, title: "Step") }
      let lanes = zip([Lane.Kind.actions, .thoughts, .painPoints], Rank.spread(3)).map {
        Lane(mapID: map.id, rank: $1, kind: $0)
      }
      let cards = lanes.flatMap { lane in
        steps.flatMap { step in
          Rank.spread(6).map {
            Card(laneID: lane.id, stepID: step.id, rank: $0, text: Self.text(&random))
          }
        }
      }
      let contents = JourneyContents(
        map: map, stages: [stage], steps: steps, lanes: lanes, cards: cards)
      let files = try WrittenFiles()
      defer { withExtendedLifetime(files) {} }
      var options = ExportOptions()
      options.date = Date(timeIntervalSince1970: 0)
      var pictures: [Data] = []
      var texts: [String] = []
      for setsWords in [true, false] {
        let measuring = try #require(PangoTextMeasuring(keepsLayouts: true, setsWords: setsWords))
        let scene = UpliftDrawing.Picture.journey(contents).scene(
          measuring: measuring, theme: .print, showsAdditions: false)
        #expect(
          scene.items.contains { item in
            item.content.primitives.contains {
              if case .text(let block) = $0 { measuring.isPlain(block) } else { false }
            }
          } == setsWords)
        let url = files.url("\(setsWords).pdf")
        try SceneExport.write(
          scene, to: url, format: .pdf, options: options, measuring: measuring)
        texts.append(try WrittenFiles.output("pdftotext", ["-raw", url.path, "-"]))
        let picture = files.url("\(setsWords)")
        _ = try WrittenFiles.output(
          "pdftoppm", ["-r", "144", "-singlefile", url.path, picture.path])
        pictures.append(try Data(contentsOf: picture.appendingPathExtension("ppm")))
      }
      #expect(texts[0] == texts[1])
      #expect(texts[0].count > 1000)
      #expect(pictures[0] == pictures[1])
      #expect(pictures[0].count > 1_000_000)
    }
  }
}
