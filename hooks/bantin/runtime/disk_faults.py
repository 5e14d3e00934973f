"""What a person can put right about the disk, by the error that the system gives."""

from errno import EACCES, EDQUOT, EEXIST, EIO, ENAMETOOLONG, ENOSPC, ENOTDIR, EPERM, EROFS

FAULTS = {
    ENOSPC: "ổ đĩa đầy; hãy xóa bớt rồi làm lại",
    EDQUOT: "đã dùng hết phần đĩa được cấp; hãy xóa bớt rồi làm lại",
    EROFS: "ổ đĩa chỉ cho đọc",
    EACCES: "không có quyền",
    EPERM: "không có quyền",
    ENAMETOOLONG: "tên dài quá",
    EEXIST: "đã có tệp hay thư mục cùng tên",
    ENOTDIR: "một tệp đứng ở chỗ của thư mục",
    EIO: "ổ đĩa báo lỗi đọc ghi",
}


def disk_fault(error: OSError) -> str:
    """Return in Vietnamese what is wrong with the disk; empty for an error of another kind."""
    return FAULTS.get(error.errno or 0, "")
