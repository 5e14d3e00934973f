.DEFAULT_GOAL := help
.PHONY: help setup serve studio build release admin offline check test oldest browser bench lock schemas sbom audit clean

PORT ?= 8000
WORKERS ?= 0
DEST ?=
AFTER ?=
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.synced
# Fetched only where the browser editor is asked for.
EDITOR_PACKAGES = @$(if $(filter 1,$(ADMIN)),sh tools/npm.sh admin admin "trang biên tập",:)

# Material's notice that MkDocs 1.x ends.
export NO_MKDOCS_2_WARNING := 1
export PYTHON

help: ## Liệt kê các lệnh
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

setup: $(STAMP) ## Chuẩn bị môi trường .venv (các lệnh khác tự gọi khi cần)

$(STAMP): pyproject.toml uv.lock requirements.txt tools/venv.sh
	@sh tools/venv.sh
	@touch $@

serve: $(STAMP) ## Mở bản tin tại http://127.0.0.1:8000, tự cập nhật khi sửa bài (đổi cổng: PORT=8001; thêm trang biên tập: ADMIN=1)
	$(EDITOR_PACKAGES)
	$(BIN)/python hooks/command.py serve --dev-addr 127.0.0.1:$(PORT)

studio: $(STAMP) ## Mở bàn biên tập trong trình duyệt: đưa bài vào, viết, xem trang, đăng
	$(BIN)/bantin studio

build: $(STAMP) ## Dựng trang vào site/
	$(EDITOR_PACKAGES)
	$(BIN)/python hooks/command.py build --strict

release: $(STAMP) ## Dựng, kiểm tra rồi đưa lên máy chủ: DEST=/srv/ban-tin AFTER="systemctl reload nginx"
	@test -n "$(DEST)" || { echo 'Cần nơi phát hành, như: make release DEST=/srv/ban-tin' >&2; exit 1; }
	$(EDITOR_PACKAGES)
	$(BIN)/bantin release "$(DEST)" --after "$(AFTER)"

admin: export ADMIN := 1
admin: build ## Dựng trang cùng trang biên tập site/admin/ (như make build ADMIN=1)

offline: $(STAMP) ## Dựng bản mở được từ thư mục hoặc USB vào site-offline/
	OFFLINE=1 $(BIN)/python hooks/command.py build --strict --site-dir site-offline

check: $(STAMP) ## Kiểm tra mã nguồn và nội dung
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache --no-logo
	sh tools/js/check.sh
	sh tools/lock.sh --check
	$(BIN)/bantin check

test: $(STAMP) ## Chạy toàn bộ phép thử, ghi kết quả vào proofs.json (song song: WORKERS=2)
	CHROMIUM=$$(sh tools/browser.sh) && export CHROMIUM && PROOFS=. $(BIN)/pytest -n $(WORKERS)

oldest: $(STAMP) ## Chạy những phép thử không cần trình duyệt (trên Python cũ nhất được hỗ trợ)
	$(BIN)/pytest -n $(WORKERS) tests/unit tests/cases tests/search tests/vectors

browser: $(STAMP) ## Tìm hoặc cài Chromium cho phép thử
	@sh tools/browser.sh

bench: $(STAMP) ## Đo tốc độ dựng trang
	$(BIN)/python -m bench

lock: $(STAMP) ## Khóa lại phiên bản các gói sau khi sửa pyproject.toml
	sh tools/lock.sh

schemas: $(STAMP) ## Ghi lại .vscode/schemas/ sau khi sửa các trường của sổ đăng ký
	$(BIN)/python -m bantin.editing.schemas

sbom: $(STAMP) ## Ghi danh sách thành phần phần mềm (CycloneDX) vào dist/sbom.cdx.json
	@mkdir -p dist
	$(BIN)/python tools/sbom.py > dist/sbom.cdx.json

audit: $(STAMP) ## Đối chiếu mọi gói đã khóa với các lỗ hổng đã biết (cần mạng đến pypi.org)
	sh tools/audit.sh

clean: ## Xóa những gì dựng ra và bộ nhớ đệm (giữ .venv)
	rm -rf site site-offline dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
