/** What sentences of the generated notices are put together from. Names of places are invented. */

const list = (text: string): readonly string[] =>
  text.split('|').map((phrase) => phrase.replace(/\s+/g, ' ').trim())

export const verbs = list(`
  rà soát | hoàn thiện | tổng hợp | đối chiếu | công khai | xây dựng | cập nhật | thẩm định |
  điều chỉnh | bổ sung | kiểm tra | thống kê | phân loại | bàn giao | lưu trữ | chuẩn hóa | số hóa |
  hướng dẫn | đánh giá | theo dõi | đôn đốc | chuẩn bị | tham mưu | đề xuất | sắp xếp | nghiệm thu |
  sửa chữa | thanh lý | mở rộng | giới thiệu | trao đổi | thống nhất | biên soạn | lấy ý kiến về |
  phổ biến | quản lý | khai thác | bảo trì | kết nối | rút kinh nghiệm về | duy trì | nhân rộng |
  dự toán | quyết toán | phân bổ | giám sát | ký duyệt
`)

export const things = list(`
  kế hoạch | danh sách | hồ sơ | biên bản | số liệu | phương án | lịch | quy trình | dữ liệu | tài liệu |
  danh mục | bảng phân công | nội quy | chương trình | dự toán | sổ theo dõi | biểu mẫu | kết quả |
  tiêu chí | bộ câu hỏi | ma trận | thời khóa biểu | chỉ tiêu | sơ đồ | báo cáo | đề cương | phần mềm |
  thiết bị | hợp đồng | chứng từ | giấy tờ | hạng mục | kho học liệu | nguồn lực | mô hình | bản đồ |
  lộ trình | đề thi | phòng học | thư viện | tài khoản | chữ ký số | học bạ | sổ điểm | văn bằng |
  bếp ăn | hệ thống điện
`)

export const topics = list(`
  tuyển sinh đầu cấp | bồi dưỡng giáo viên | dạy học liên trường | kiểm định chất lượng | chuyển đổi số |
  giáo dục địa phương | an toàn trường học | học sinh bán trú | phòng, chống đuối nước | thi tốt nghiệp |
  hướng nghiệp và phân luồng | giáo dục hòa nhập | thể thao học đường | y tế trường học | tự đánh giá |
  xây dựng trường chuẩn | mua sắm tập trung | sửa chữa hè | thu chi đầu năm | tuyển dụng viên chức |
  luân chuyển cán bộ | thi đua, khen thưởng | tiếp công dân | cải cách hành chính | kiểm tra nội bộ |
  ngoại ngữ và tin học | sách giáo khoa | trải nghiệm, hướng nghiệp | xóa mù chữ | học tập suốt đời |
  nước sạch và vệ sinh | tư vấn tâm lý | phòng cháy | nghiên cứu khoa học của học sinh |
  câu lạc bộ ngoài giờ | dữ liệu dân cư | học phí và hỗ trợ | phổ cập giáo dục | điểm trường lẻ |
  xe đưa đón | căng tin | cây xanh | văn thư, lưu trữ | đề án vị trí việc làm | tủ sách lớp học
`)

export const places = list(`
  Suối Mơ | Đồi Thông | Bến Xuân | Rừng Cọ | Khe Sim | Nà Lúa | Bãi Cát | Cầu Gỗ | Hang Dơi | Lũng Xanh |
  Thác Đá | Đồi Chè | Gò Nổi | Vườn Trầu | Ao Sen | Bến Đò | Cồn Phượng | Mả Lạng | Vàm Xanh | Rạch Dừa |
  Đầm Sậy | Núi Voi | Hòn Én | Bàu Súng | Truông Mây | Gành Son | Láng Cỏ | Mũi Né Tây | Đá Trắng |
  Suối Kiết
`)

export const manners = list(`
  theo đúng quy định | trước khi vào năm học mới | trong phạm vi nhiệm vụ được giao |
  gắn với trách nhiệm người đứng đầu | bằng hình thức trực tuyến | tại từng điểm trường |
  cho từng nhóm học sinh | theo thứ tự ưu tiên | ngay từ đầu học kỳ |
  với sự tham gia của cha mẹ học sinh | trên phần mềm dùng chung | bằng nguồn kinh phí thường xuyên |
  không để dồn vào cuối năm | theo mẫu đã thống nhất | dưới sự giám sát của tổ chuyên môn |
  ở những nơi còn khó khăn | trong giờ hành chính | có biên bản kèm theo |
  có xác nhận của thủ trưởng đơn vị | đúng người, đúng việc | gọn trong một đầu mối |
  sau mỗi đợt kiểm tra | trước mùa mưa bão | bảo đảm khách quan | một cách thực chất |
  cùng với các trường lân cận
`)

/** Each goes on with a verb and a thing. */
export const links = list(`
  đồng thời | làm cơ sở để | trên cơ sở đó | kịp thời | chủ động | từng bước | phối hợp | cử người |
  bố trí kinh phí để | có giải pháp | phân công người | thường xuyên | tiếp tục | khẩn trương |
  nghiêm túc
`)

export const ends = list(`
  không để xảy ra sai sót | chịu trách nhiệm về tính chính xác của số liệu | tránh trùng lặp, hình thức |
  không gây phiền hà cho người dân | bảo đảm công khai, minh bạch |
  không phát sinh khoản thu ngoài quy định | giảm hồ sơ, sổ sách cho giáo viên |
  không làm ảnh hưởng đến việc dạy và học | báo cáo ngay những vướng mắc vượt thẩm quyền |
  ghi rõ nguyên nhân chênh lệch | bảo vệ dữ liệu cá nhân của học sinh |
  sử dụng đúng mục đích, tiết kiệm | có sản phẩm cụ thể | có người theo dõi đến cùng
`)

/** Without a unit of the directory in front. */
export const actors = list(`
  Các trường | Hiệu trưởng các trường | Thủ trưởng các đơn vị | Tổ công tác | Cán bộ đầu mối |
  Các tổ chuyên môn | Giáo viên chủ nhiệm | Nhân viên thư viện | Bộ phận một cửa | Kế toán các trường |
  Ban đại diện cha mẹ học sinh
`)

export const doings = list(`
  cần | phải | có trách nhiệm | chủ trì | tập trung | chủ động | tiếp tục | khẩn trương
`)

export const families = list(`
  Nguyễn | Trần | Lê | Phạm | Hoàng | Vũ | Đặng | Bùi | Đỗ | Hồ | Ngô | Dương | Lý
`)
export const middles = list(`
  Văn | Thị | Minh | Thanh | Quang | Ngọc | Hữu | Thu | Đức | Kim
`)
export const givens = list(`
  An | Bình | Châu | Dũng | Giang | Hạnh | Khôi | Lâm | Mai | Nhung | Phong | Quỳnh | Sơn | Tuyết |
  Vinh | Yến
`)
