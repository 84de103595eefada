import CQREncode

/// A QR code of a text. It owns the C library's result and frees it; only values leave it.
struct QRCode: ~Copyable {
    private let code: UnsafeMutablePointer<QRcode>

    /// A code in bytes with a quarter of redundancy, so that it survives a fold or a stain; none for a text that is empty, holds a zero
    /// byte or is too long.
    init?(_ text: String) {
        guard !text.isEmpty, !text.utf8.contains(0),
            let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_Q)
        else { return nil }
        self.code = code
    }

    deinit {
        QRcode_free(code)
    }

    /// The modules by rows, without the quiet zone; true is dark.
    var modules: [[Bool]] {
        let width = Int(code.pointee.width)
        guard let data = code.pointee.data else { return [] }
        return (0..<width).map { row in
            // The lowest bit of each byte is the colour; the others tell what the module is for.
            (0..<width).map { column in data[row * width + column] & 1 == 1 }
        }
    }

    /// A picture of a unit a module, with the quiet zone of four modules; the dark modules of a row that touch are one shape.
    var svg: String {
        let modules = modules
        let side = modules.count + 8
        var path = ""
        for (y, row) in modules.enumerated() {
            var x = 0
            while x < row.count {
                let end = row[x...].firstIndex { $0 != row[x] } ?? row.count
                if row[x] { path += "M\(x + 4) \(y + 4)h\(end - x)v1h-\(end - x)z" }
                x = end
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(side) \(side)\">"
            + "<path fill=\"#fff\" d=\"M0 0h\(side)v\(side)h-\(side)z\"/><path d=\"\(path)\"/></svg>"
    }
}
