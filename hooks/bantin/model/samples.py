"""What a new article says under its headings until an editor writes there."""

SAMPLES = {
    "Kết quả": "(Kết quả đạt được, theo báo cáo tại hội nghị.)",
    "Hạn chế": "(Tồn tại, hạn chế và nguyên nhân.)",
    "Nhiệm vụ": "(Nhiệm vụ, giải pháp trong thời gian tới.)",
}
