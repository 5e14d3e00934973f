.DEFAULT_GOAL := help
.PHONY: help setup serve build offline check test browser bench lock clean

PORT ?= 8000
WORKERS ?= 0
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.synced

# Material's notice that MkDocs 1.x ends.
export NO_MKDOCS_2_WARNING := 1
export PYTHON

help: ## Liệt kê các lệnh
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

setup: $(STAMP) ## Chuẩn bị môi trường .venv (các lệnh khác tự gọi khi cần)

$(STAMP): pyproject.toml uv.lock requirements.txt tools/venv.sh
	@sh tools/venv.sh
	@touch $@

serve: $(STAMP) ## Mở bản tin tại http://127.0.0.1:8000, tự cập nhật khi sửa bài (đổi cổng: PORT=8001)
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: $(STAMP) ## Dựng trang vào site/
	$(BIN)/mkdocs build --strict

offline: $(STAMP) ## Dựng bản mở được từ thư mục hoặc USB vào site-offline/
	OFFLINE=1 $(BIN)/mkdocs build --strict --site-dir site-offline

check: $(STAMP) ## Kiểm tra mã nguồn và nội dung
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	sh tools/lock.sh --check
	$(BIN)/bantin check

test: $(STAMP) ## Chạy toàn bộ phép thử (song song: WORKERS=2)
	CHROMIUM=$$(sh tools/browser.sh) && export CHROMIUM && $(BIN)/pytest -n $(WORKERS)

browser: $(STAMP) ## Tìm hoặc cài Chromium cho phép thử
	@sh tools/browser.sh

bench: $(STAMP) ## Đo tốc độ dựng trang
	$(BIN)/python -m bench

lock: $(STAMP) ## Khóa lại phiên bản các gói sau khi sửa pyproject.toml
	sh tools/lock.sh

clean: ## Xóa những gì dựng ra và bộ nhớ đệm (giữ .venv)
	rm -rf site site-offline dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
