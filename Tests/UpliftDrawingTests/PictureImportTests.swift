import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

extension PaintingTests {
  @Suite(.serialized) struct PictureImportTests {
    private func problem(_ data: Data) -> PictureProblem? {
      do {
        _ = try PictureImport.picture(from: data)
        return nil
      } catch {
        return error.problem
      }
    }

    /// Red, green, blue of a pixel.
    private func pixel(_ picture: StoredPicture, _ x: Int, _ y: Int) throws -> [UInt8] {
      let image = try #require(PixelImage.unpack(picture, edge: 4000))
      return image.withBytes { bytes in
        let start = y * image.stride + x * 4
        return [bytes[start + 2], bytes[start + 1], bytes[start]]
      }
    }

    // MARK: What is taken

    @Test(arguments: ["png", "jpeg"]) func aSmallPictureIsKeptAsItIs(type: String) throws {
      let data = try PictureMaking.picture(width: 64, height: 32, as: type)
      let picture = try PictureImport.picture(from: data)
      #expect(picture.data == data && picture.width == 64 && picture.height == 32)
      #expect(picture.mediaType.rawValue == "image/\(type)")
      let left = try pixel(picture, 4, 4)
      #expect(left[0] > 200 && left[2] < 60)
    }

    @Test(arguments: ["png", "jpeg"]) func aLargePictureIsScaledDown(type: String) throws {
      let data = try PictureMaking.picture(width: 3000, height: 1000, as: type)
      let picture = try PictureImport.picture(from: data)
      #expect(picture.width == 2400 && picture.height == 800)
      #expect(picture.mediaType.rawValue == "image/\(type)")
      let header = try PictureHeader(picture.data)
      #expect(header.width == 2400 && header.height == 800)
    }

    @Test func whereAPhotographWasTakenIsNotKept() throws {
      let plain = try PictureMaking.picture(width: 60, height: 40, as: "jpeg")
      let secret = Data("48.8584 N 2.2945 E".utf8)
      func segment(_ marker: UInt8, _ head: String) -> Data {
        let body = Data(head.utf8) + [0, 0] + secret
        let length = body.count + 2
        return Data([0xFF, marker, UInt8(length >> 8), UInt8(length & 0xff)]) + body
      }
      let told =
        PictureMaking.turned(plain, orientation: 1).prefix(2)
        + segment(0xE1, "Exif") + segment(0xE1, "http://ns.adobe.com/xap/1.0/")
        + segment(0xED, "Photoshop 3.0") + segment(0xFE, "Comment") + plain.dropFirst(2) + secret
      #expect(told.range(of: secret) != nil)
      let kept = try PictureImport.picture(from: told)
      #expect(kept.data.range(of: secret) == nil && kept.width == 60 && kept.height == 40)
      // Only that is gone: the pixels are the very same.
      #expect(kept.data == PictureMetadata.removed(from: plain, .jpeg))
      #expect(try pixel(kept, 5, 20)[0] > 200 && pixel(kept, 55, 20)[2] > 200)
    }

    @Test func aPNGKeepsNoTextsAboutItself() throws {
      let plain = try PictureMaking.picture(width: 30, height: 20)
      let text = Data("tEXtLocation\u{0}Paris".utf8)
      let length = UInt8(text.count - 4)
      // After the signature and the header; whoever shows it does not mind the checksum.
      let told =
        plain.prefix(33) + Data([0, 0, 0, length]) + text + Data([0, 0, 0, 0])
        + plain.dropFirst(33)
      #expect(
        PictureMetadata.removed(from: Data(told), .png)
          == PictureMetadata.removed(from: plain, .png))
      #expect(PictureMetadata.removed(from: plain, .png)?.range(of: Data("IEND".utf8)) != nil)
      #expect(PictureMetadata.removed(from: Data(plain.prefix(50)), .png) == nil)
    }

    @Test func picturesThatComeWithAFileAreLookedInto() throws {
      func document(
        _ data: Data, _ type: StoredPicture.MediaType = .svg
      ) throws -> ImportedDocument {
        var contents = WorkspaceContents(workspace: WorkspaceInfo(title: ""))
        contents.pictures = [StoredPicture(mediaType: type, width: 40, height: 20, data: data)]
        return try Importing.read(try WorkspaceJSON.encode(contents), file: "map.json")
      }
      try document(PictureMaking.svg("<rect width='9' height='9'/>")).checkPictures()
      try document(PictureMaking.picture(width: 40, height: 20), .png).checkPictures()
      for (data, type) in [
        (PictureMaking.svg("<script>alert(1)</script>"), StoredPicture.MediaType.svg),
        (PictureMaking.svg("<image href='file:///etc/passwd'/>"), .svg),
        (Data("no picture".utf8), .svg),
        (try PictureMaking.picture(width: 41, height: 20), .png),
        (try PictureMaking.picture(width: 40, height: 20), .jpeg),
      ] {
        let error = #expect(throws: ImportError.self) {
          try document(data, type).checkPictures(file: "map.json")
        }
        #expect(error?.sentence.hasPrefix("map.json, ") == true)
      }
    }

    @Test func howTheCameraWasHeldIsHeeded() throws {
      let jpeg = try PictureMaking.picture(width: 64, height: 32, as: "jpeg")
      // 6: the top of the picture is at its right.
      let picture = try PictureImport.picture(
        from: PictureMaking.turned(jpeg, orientation: 6))
      #expect(picture.width == 32 && picture.height == 64)
      let top = try pixel(picture, 16, 4)
      let bottom = try pixel(picture, 16, 60)
      #expect(top[0] > 200 && bottom[2] > 200)
    }

    @Test func aDrawingIsKeptAsItIs() throws {
      let data = PictureMaking.svg("<rect width='20' height='20' fill='red'/>")
      let picture = try PictureImport.picture(from: data)
      #expect(picture.mediaType == .svg && picture.data == data)
      #expect(picture.width == 40 && picture.height == 20)
      #expect(try pixel(picture, 100, 100) == [255, 0, 0])
    }

    @Test func drawingsOfDrawingProgramsAreTaken() throws {
      let png = try PictureMaking.picture(width: 8, height: 8).base64EncodedString()
      let data = Data(
        """
        <?xml version="1.0" encoding="UTF-8" standalone="no"?>
        <!-- made by hand -->
        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
          <!ENTITY ns_svg "http://www.w3.org/2000/svg">
        ]>
        <svg:svg xmlns:svg="&ns_svg;" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 30 60">
          <svg:style><![CDATA[ .a { fill: url(#b) } ]]></svg:style>
          <svg:a xlink:href="https://example.org"><svg:rect class="a" width="30" height="60"/></svg:a>
          <svg:image xlink:href="data:image/png;base64,\(png)" width="8" height="8"/>
          <svg:use xlink:href="#b"/>
        </svg:svg>
        """.utf8)
      let picture = try PictureImport.picture(from: data)
      #expect(picture.width == 30 && picture.height == 60)
    }

    // MARK: What is refused

    @Test func whatIsNoPictureIsRefused() throws {
      #expect(problem(Data()) == .empty)
      #expect(problem(Data("Dear diary".utf8)) == .unknownFormat)
      #expect(problem(Data("<html><body/></html>".utf8)) == .unknownFormat)
      #expect(problem(Data("GIF89a".utf8) + Data(count: 100)) == .unknownFormat)
      let bitmap = try PictureMaking.picture(width: 8, height: 8, as: "bmp")
      #expect(problem(bitmap) == .unknownFormat)
    }

    @Test(arguments: ["png", "jpeg"]) func aPictureThatEndsTooEarlyIsRefused(type: String) throws {
      let data = try PictureMaking.picture(width: 400, height: 300, as: type)
      for share in [0.02, 0.3, 0.9] {
        #expect(problem(data.prefix(Int(Double(data.count) * share))) == .broken, "\(share)")
      }
      #expect(problem(data.dropLast(2)) == .broken)
    }

    @Test func aDamagedPictureIsRefused() throws {
      var data = try PictureMaking.picture(width: 400, height: 300)
      for place in 60..<90 { data[place] ^= 0xff }
      #expect(problem(data) == .broken)
    }

    @Test func aHeaderThatLiesIsRefused() {
      #expect(problem(PictureMaking.pngHeader(width: 100, height: 100)) == .broken)
      #expect(problem(PictureMaking.pngHeader(width: 0, height: 100)) == .broken)
    }

    @Test func whatIsTooLargeIsRefusedUnseen() {
      #expect(
        problem(PictureMaking.pngHeader(width: 20_000, height: 20_000))
          == .tooManyPixels(width: 20_000, height: 20_000))
      let huge = problem(PictureMaking.pngHeader(width: 0xffff_ffff, height: 0xffff_ffff))
      guard case .tooManyPixels = huge else {
        Issue.record("\(String(describing: huge))")
        return
      }
    }

    @Test func aDrawingThatLoadsSomethingIsRefused() throws {
      let secret = FileManager.default.temporaryDirectory.appendingPathComponent(
        "uplift-secret-\(UUID()).png")
      try PictureMaking.picture(width: 8, height: 8).write(to: secret)
      defer { try? FileManager.default.removeItem(at: secret) }
      for inside in [
        "<image xlink:href='\(secret.absoluteString)' width='9' height='9'/>",
        "<image href='https://example.org/a.png'/>", "<use xlink:href='other.svg#a'/>",
        "<style>@import 'a.css';</style>", "<rect fill='url(file:///etc/passwd#a)'/>",
        "<rect style='fill: url( \"http://example.org/#a\")'/>",
        "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='#a'/>",
        "<g xml:base='file:///tmp/'/>",
      ] {
        guard case .refersOutside = problem(PictureMaking.svg(inside)) else {
          Issue.record("\(inside): \(String(describing: problem(PictureMaking.svg(inside))))")
          continue
        }
      }
      let sheet = Data("<?xml-stylesheet href='a.css'?>".utf8) + PictureMaking.svg("")
      #expect(problem(sheet) == .refersOutside("xml-stylesheet"))
    }

    /// Even one that somebody else let in shows nothing of another file.
    @Test func nothingOutsideIsEverLoaded() throws {
      let secret = FileManager.default.temporaryDirectory.appendingPathComponent(
        "uplift-secret-\(UUID()).png")
      try PictureMaking.picture(width: 8, height: 8).write(to: secret)
      defer { try? FileManager.default.removeItem(at: secret) }
      let data = PictureMaking.svg(
        "<image xlink:href='\(secret.absoluteString)' width='40' height='20'/>")
      let picture = StoredPicture(mediaType: .svg, width: 40, height: 20, data: data)
      #expect(try pixel(picture, 100, 100) == [0, 0, 0])
    }

    @Test func scriptsAndEntitiesAreRefused() {
      #expect(problem(PictureMaking.svg("<script>alert(1)</script>")) == .holdsScript)
      var laughs = "<!DOCTYPE svg [<!ENTITY a0 \"ha\">"
      for level in 1...9 {
        let own = String(repeating: "&a\(level - 1);", count: 10)
        laughs += "<!ENTITY a\(level) \"\(own)\">"
      }
      laughs += "]><svg xmlns='http://www.w3.org/2000/svg'><text>&a9;</text></svg>"
      #expect(problem(Data(laughs.utf8)) == .holdsEntities)
      let outside =
        "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
        + "<svg xmlns='http://www.w3.org/2000/svg'><text>&x;</text></svg>"
      #expect(problem(Data(outside.utf8)) == .holdsEntities)
    }

    @Test func drawingsThatUnfoldAreRefusedSoon() throws {
      var inside = "<g id='a0'><rect width='9' height='9'/></g>"
      for level in 1...9 {
        let own = String(repeating: "<use xlink:href='#a\(level - 1)'/>", count: 10)
        inside += "<g id='a\(level)'>\(own)</g>"
      }
      let found = problem(PictureMaking.svg(inside))
      #expect(found == .broken || found == .tooElaborate)
      let many = String(repeating: "<g/>", count: 60_000)
      #expect(problem(PictureMaking.svg(many)) == .tooElaborate)
      let deep = String(repeating: "<g>", count: 5000) + String(repeating: "</g>", count: 5000)
      #expect(problem(PictureMaking.svg(deep)) == .tooElaborate)
      let bomb = PictureMaking.pngHeader(width: 30_000, height: 30_000).base64EncodedString()
      let held = problem(PictureMaking.svg("<image href='data:image/png;base64,\(bomb)'/>"))
      #expect(held == .tooManyPixels(width: 30_000, height: 30_000))
    }

    @Test func otherEncodingsAreRefused() throws {
      let text = "<svg xmlns='http://www.w3.org/2000/svg'/>"
      let wide = try #require(text.data(using: .utf16))
      #expect(problem(wide) == .otherEncoding)
      #expect(
        problem(Data("<?xml version='1.0' encoding='UTF-7'?>\(text)".utf8)) == .otherEncoding)
    }

    @Test func brokenDrawingsAreRefused() {
      #expect(problem(Data("<svg xmlns='http://www.w3.org/2000/svg'><g>".utf8)) == .broken)
      #expect(
        problem(Data("<svg xmlns='http://www.w3.org/2000/svg'><g a=b/></svg>".utf8)) == .broken)
    }

    @Test func theSentenceNamesTheFile() throws {
      let folder = FileManager.default.temporaryDirectory
      let file = folder.appendingPathComponent("uplift-\(UUID()).png")
      try PictureMaking.pngHeader(width: 20_000, height: 20_000).write(to: file)
      defer { try? FileManager.default.removeItem(at: file) }
      #expect {
        try PictureImport.picture(from: file)
      } throws: {
        "\($0)".contains(file.lastPathComponent) && "\($0)".contains("20000 × 20000")
      }
      #expect(throws: PictureError.self) { try PictureImport.picture(from: folder) }
      #expect(throws: PictureError.self) {
        try PictureImport.picture(from: folder.appendingPathComponent("not there"))
      }
    }
  }
}
